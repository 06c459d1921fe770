-- How the choice of a round runs, and what came out of it. Who reads results waits for wijkbudget_vote.settled_at.
create table wijkbudget_vote (
    round uuid primary key references wijkbudget_round,
    opened_at timestamptz not null,
    closes_at timestamptz not null,
    closed_at timestamptz,
    settled_at timestamptz,
    seed text not null,
    commitment text not null
);

comment on column wijkbudget_vote.closes_at is 'what is confirmed before this moment counts';
comment on column wijkbudget_vote.settled_at is 'when the office confirmed the count; from then on results and seed are known to all';
comment on column wijkbudget_vote.seed is 'decides the lot among equals; shown to nobody before settled_at';
comment on column wijkbudget_vote.commitment is 'SHA-256 of the seed, known to all from the first day of the choice';

create table wijkbudget_count (
    round uuid not null references wijkbudget_round,
    area_id uuid not null references identity_area,
    file bytea not null,
    steps bytea not null,
    counted_at timestamptz not null,
    counted_by text not null,
    primary key (round, area_id)
);

comment on column wijkbudget_count.file is 'the .pb file from which anybody can count again';
comment on column wijkbudget_count.steps is 'the trace of the count, byte for byte as a recount of the file prints it';

create table wijkbudget_result (
    project uuid primary key references wijkbudget_project,
    round uuid not null references wijkbudget_round,
    area_id uuid not null references identity_area,
    chosen boolean not null,
    rank integer,
    votes bigint not null,
    score text not null,
    reason text not null,
    reason_en text not null
);

create index wijkbudget_result_round on wijkbudget_result (round, area_id, rank);

comment on table wijkbudget_result is 'what the count says of each project; the organ decides on it';
comment on column wijkbudget_result.rank is 'order in which it got its money, from 1 in its area; none when it was not chosen';
comment on column wijkbudget_result.votes is 'valid ballots that name it';
comment on column wijkbudget_result.score is 'by which it was put in order, as an exact fraction';
comment on column wijkbudget_result.reason is 'why it gets its money or not, in the words of the count';
