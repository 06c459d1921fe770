-- That a round stops: one official proposes it, another one enters the decision of the organ.
create table wijkbudget_round_stop (
    round uuid primary key references wijkbudget_round (case_id),
    reason text not null,
    proposed_by text not null,
    proposed_by_id uuid,
    proposed_at timestamptz not null,
    decision text,
    decided_on date
);
comment on table wijkbudget_round_stop is 'a proposal to stop a round, with the decision once it stopped';
