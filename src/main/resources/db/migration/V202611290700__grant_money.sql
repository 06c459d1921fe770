-- The grant of a council for a year: what it asked, what was decided, paid and accounted for. Whole euro cents.
create table grant_grant (
    case_id uuid primary key,
    round uuid not null references grant_round,
    talk uuid references grant_talk,
    council_id uuid not null references council_council,
    year integer not null,
    state text not null check (state in
        ('OPEN', 'NOT_ASKED', 'ASKED', 'ASSESSED', 'REFUSED', 'STOPPED', 'GRANTED', 'PAID', 'REPORTED', 'RECLAIMING', 'ACCOUNTED')),
    late boolean not null default false,
    asked bigint check (asked > 0),
    savings bigint check (savings >= 0),
    forum_on date,
    proposed bigint check (proposed >= 0),
    granted bigint check (granted > 0),
    paid_on date,
    report_due date,
    reported_on date,
    blocked_on date,
    drawn boolean,
    spent bigint,
    reclaimed bigint,
    grade integer check (grade between 1 and 10),
    remarks text,
    unique (council_id, year)
);

create index grant_grant_round on grant_grant (round, council_id);
create index grant_grant_year on grant_grant (year);

comment on column grant_grant.year is 'that the money is for; its round can be of the year before';
comment on column grant_grant.blocked_on is 'since when its overdue account blocks the next grant';
comment on column grant_grant.drawn is 'whether the lot asks it for proofs; none while nobody drew';
comment on column grant_grant.grade is 'what the council gave the cooperation, for the participation office only';

-- the last assessment, line by line
create table grant_condition (
    case_id uuid not null references grant_grant,
    position integer not null,
    condition text not null,
    met boolean not null,
    hard boolean not null,
    parameter text not null,
    fact text not null,
    deviation text,
    primary key (case_id, position)
);

comment on column grant_condition.fact is 'what it rests on: a day, a number, or empty';
comment on column grant_condition.deviation is 'why an official granted although it was not met';

-- who has to show proofs: the seed is fixed when the first grant of the year is paid, and its hash shown from then on
create table grant_draw (
    year integer primary key,
    seed text not null,
    commitment text not null,
    made_at timestamptz not null,
    drawn_at timestamptz,
    listed integer,
    drawn integer,
    highest text
);

comment on column grant_draw.highest is 'whose lot is not above it is drawn, also when it is paid after the draw';

alter table grant_round_council add column grant_attempts integer not null default 0;
alter table grant_round_council add column grant_problem text;
