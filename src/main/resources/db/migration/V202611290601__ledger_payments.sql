-- where a council gets its money; the history stays
create table ledger_account (
    id uuid primary key,
    council_id uuid not null references council_council,
    iban text not null,
    holder text not null,
    entered_at timestamptz not null,
    entered_kind text not null,
    entered_id uuid,
    entered_name text not null,
    -- confirmed by a second signatory, or refused
    settled_at timestamptz,
    settled_name text,
    refused text,
    -- never on the day it was confirmed
    payable_from date,
    ended_at timestamptz
);

create unique index ledger_account_proposed on ledger_account (council_id) where settled_at is null;
create unique index ledger_account_current on ledger_account (council_id) where payable_from is not null and ended_at is null;
create index ledger_account_council on ledger_account (council_id, entered_at desc);

create table ledger_payment (
    id uuid primary key,
    budget_id uuid not null references ledger_budget,
    case_id uuid not null references casefile_case,
    scope text not null,
    council_id uuid not null references council_council,
    occasion text not null,
    cents bigint not null check (cents > 0),
    -- what the payee reads on the statement
    about text not null,
    reason text not null,
    reference text,
    state text not null check (state in ('TO_PAY', 'GATHERED', 'PAID', 'RETURNED', 'WITHDRAWN')),
    asked_at timestamptz not null,
    asked_by text not null,
    return_reason text,
    unique (case_id, scope, occasion)
);

create index ledger_payment_waiting on ledger_payment (asked_at, id) where state in ('TO_PAY', 'RETURNED');
create index ledger_payment_council on ledger_payment (council_id);

create sequence ledger_batch_number;

create table ledger_batch (
    id uuid primary key,
    -- the message id that the bank knows it by
    name text not null unique,
    state text not null check (state in ('MADE', 'APPROVED', 'WITHDRAWN')),
    made_at timestamptz not null,
    made_by uuid not null,
    made_name text not null,
    approved_at timestamptz,
    approved_by uuid check (approved_by <> made_by),
    approved_name text,
    execution_day date,
    file bytea,
    taken_at timestamptz,
    taken_by uuid,
    taken_name text,
    withdrawn_at timestamptz,
    withdrawn_name text,
    withdrawn_reason text,
    check (state <> 'APPROVED' or (approved_by is not null and file is not null))
);

create table ledger_batch_line (
    id uuid primary key,
    batch_id uuid not null references ledger_batch,
    position int not null,
    payment_id uuid not null references ledger_payment,
    end_to_end text not null unique,
    account_id uuid not null references ledger_account,
    iban text not null,
    holder text not null,
    cents bigint not null check (cents > 0),
    about text not null,
    state text not null check (state in ('OPEN', 'PAID', 'RETURNED', 'WITHDRAWN')),
    settled_at timestamptz,
    settled_name text,
    reason text,
    unique (batch_id, position)
);

-- a payment is on its way, or paid, once
create unique index ledger_batch_line_once on ledger_batch_line (payment_id) where state in ('OPEN', 'PAID');
create index ledger_batch_line_payment on ledger_batch_line (payment_id);
create index ledger_batch_made on ledger_batch (made_at desc, id desc);
