-- Rounds of the neighbourhood budget: the money of each area, how it is reached, and the days of the phases.
create table wijkbudget_round (
    case_id uuid primary key,
    title text not null,
    opens date not null,
    total_cents bigint not null,
    base_cents bigint not null,
    floor_cents bigint not null,
    ceiling_cents bigint not null,
    vulnerability numeric(5, 2) not null,
    phase text check (phase in ('CALL', 'ADMISSIBILITY', 'DIALOGUE', 'FEASIBILITY', 'ADVICE', 'CHOICE', 'DECISION',
        'EXECUTION', 'EVALUATION')),
    adopted_at timestamptz,
    closed_at timestamptz
);

create index wijkbudget_round_open on wijkbudget_round (opens) where closed_at is null;

comment on column wijkbudget_round.vulnerability is 'percentage by which a vulnerable inhabitant weighs more';
comment on column wijkbudget_round.phase is 'none before the call begins';

create table wijkbudget_area (
    round uuid not null references wijkbudget_round,
    position integer not null,
    area_id uuid not null references identity_area,
    inhabitants integer not null,
    vulnerable numeric(5, 2) not null,
    counted numeric(5, 2) not null,
    assumed boolean not null,
    takes_part boolean not null,
    amount_cents bigint not null,
    reach_groups text[] not null,
    reach text,
    primary key (round, area_id)
);

create index wijkbudget_area_area on wijkbudget_area (area_id) where takes_part;

comment on column wijkbudget_area.vulnerable is 'percentage of the inhabitants';
comment on column wijkbudget_area.counted is 'the part of it that weighs, as the table wijkbudget-allocation decided';
comment on column wijkbudget_area.assumed is 'nobody measured its figures: they are an example';

create table wijkbudget_phase (
    round uuid not null references wijkbudget_round,
    phase text not null,
    begins date not null,
    ends date not null,
    primary key (round, phase)
);

create table wijkbudget_lock (
    round uuid not null references wijkbudget_round,
    rules text not null check (rules in ('MONEY', 'CHOICE')),
    locked_at timestamptz not null,
    because text not null check (because in ('proposal', 'choice')),
    primary key (round, rules)
);

comment on table wijkbudget_lock is 'rules of the regulation that no other version may change for the round any more';
