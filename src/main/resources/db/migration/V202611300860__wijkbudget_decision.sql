-- What the organ decided on a round. Nobody outside reads it before all proposers were told.
create table wijkbudget_decision (
    round uuid primary key references wijkbudget_round,
    number text not null,
    decided_on date not null,
    reason text,
    decided_at timestamptz not null,
    decided_by text not null,
    told_at timestamptz,
    public_at timestamptz
);

create index wijkbudget_decision_waiting on wijkbudget_decision (round) where public_at is null;

comment on column wijkbudget_decision.told_at is 'when the mails to all proposers were written';
comment on column wijkbudget_decision.public_at is 'when everybody could read it: after the last of those mails left the office';

alter table wijkbudget_project
    add column decided text check (decided in ('CHOSEN', 'LEFT')),
    add column deviation text;

comment on column wijkbudget_project.decided is 'what the organ decided; its state goes on from there';
comment on column wijkbudget_project.deviation is 'why the organ decided otherwise than the count';

alter table wijkbudget_area
    add column pot_year integer,
    add column pot_purpose text;

comment on column wijkbudget_area.pot_purpose is 'with the year the budget in the ledger that holds its money, from the decision on';
