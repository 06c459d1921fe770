-- money of one year for one purpose; the balances follow from the movements and are kept here to be locked and held above zero
create table ledger_budget (
    id uuid primary key,
    year int not null check (year between 2000 and 2200),
    purpose text not null,
    name text not null,
    available bigint not null default 0 check (available >= 0),
    reserved bigint not null default 0 check (reserved >= 0),
    committed bigint not null default 0 check (committed >= 0),
    paid bigint not null default 0 check (paid >= 0),
    owed bigint not null default 0 check (owed >= 0),
    unique (year, purpose)
);

-- each takes cents from one account and puts them in another: both sides of the double entry, so it can't be out of balance
create table ledger_movement (
    id bigint generated always as identity primary key,
    budget_id uuid not null references ledger_budget,
    kind text not null,
    from_account text not null,
    to_account text not null check (to_account <> from_account),
    cents bigint not null check (cents > 0),
    case_id uuid references casefile_case,
    scope text not null default '',
    council_id uuid references council_council,
    -- what makes it happen once: the number of a decision, the round of a reservation, a line of a batch
    occasion text not null,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    on_behalf_of text,
    reason text not null,
    reference text
);

create unique index ledger_movement_once_of_case on ledger_movement (case_id, scope, kind, from_account, occasion)
    where case_id is not null;
create unique index ledger_movement_once_of_budget on ledger_movement (budget_id, kind, occasion) where case_id is null;
create index ledger_movement_budget on ledger_movement (budget_id, id desc);
create index ledger_movement_council on ledger_movement (council_id, at desc);

create function ledger_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append only', tg_table_name;
end $$;

create trigger ledger_movement_append_only before update or delete on ledger_movement
    for each row execute function ledger_refuse_change();
create trigger ledger_movement_not_emptied before truncate on ledger_movement
    for each statement execute function ledger_refuse_change();
create index ledger_movement_owed on ledger_movement (case_id, scope) where 'OWED' in (from_account, to_account);
