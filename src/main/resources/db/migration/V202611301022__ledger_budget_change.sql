-- A change of a budget that one person proposes and another one books, or that is refused. The books know only what was booked.
create table ledger_budget_change (
    id uuid primary key,
    budget_id uuid not null references ledger_budget,
    kind text not null check (kind in ('RAISE', 'LOWER')),
    cents bigint not null check (cents > 0),
    decision text not null,
    reason text not null,
    proposed_at timestamptz not null,
    proposed_by uuid,
    proposed_name text not null,
    settled_at timestamptz,
    settled_by uuid,
    settled_name text,
    refused text,
    check ((settled_at is null) = (settled_name is null)),
    check (settled_at is null or refused is not null or settled_by is distinct from proposed_by)
);

create unique index ledger_budget_change_waiting on ledger_budget_change (budget_id, kind, decision) where settled_at is null;
create index ledger_budget_change_budget on ledger_budget_change (budget_id, proposed_at desc);
