-- Rounds of yearly talks. A round is a case of its own; each of its councils gets one too, from a worker.
create table grant_round (
    case_id uuid primary key,
    year integer not null,
    closing_day date not null,
    late_reason text,
    closed_at timestamptz,
    left_reason text
);

create unique index grant_round_year on grant_round (year) where closed_at is null;

create table grant_round_council (
    round uuid not null references grant_round,
    council_id uuid not null references council_council,
    talk uuid unique,
    left_out_reason text,
    attempts integer not null default 0,
    problem text,
    reminded_on date,
    primary key (round, council_id)
);

create index grant_round_council_waiting on grant_round_council (attempts, round, council_id)
    where talk is null and left_out_reason is null;

comment on column grant_round_council.talk is 'the case of the talk; none until the worker started it';
comment on column grant_round_council.problem is 'why it could not be started, as the log says it; tried again later';

create table grant_talk (
    case_id uuid primary key,
    round uuid references grant_round,
    council_id uuid not null references council_council,
    year integer not null,
    state text not null check (state in
        ('PREPARING', 'UNPREPARED', 'PREPARED', 'PLANNED', 'HELD', 'CONFIRMED', 'WAIVED', 'STOPPED')),
    goals text,
    wished_level text,
    planned_at timestamptz,
    minutes integer,
    place text,
    partner uuid,
    invitations integer not null default 0,
    held_on date,
    concluded_level text,
    decided_level text,
    level_reason text,
    confirmed text check (confirmed in ('agreed', 'remarks', 'silence')),
    remarks text
);

create index grant_talk_council on grant_talk (council_id, year desc);
create index grant_talk_round on grant_talk (round, state);
create index grant_talk_planned on grant_talk (planned_at) where planned_at is not null;

comment on column grant_talk.round is 'none for an extra talk';
comment on column grant_talk.invitations is 'how many were sent, cancellations too: the sequence in calendars';

create table grant_agreement (
    id bigint generated always as identity primary key,
    talk uuid not null references grant_talk,
    council_id uuid not null references council_council,
    what text not null,
    owner_group text,
    due date not null,
    done_on date,
    note text,
    done_by text,
    moves integer not null default 0,
    version integer not null default 0
);

create index grant_agreement_open on grant_agreement (due, id) where done_on is null;
create index grant_agreement_council on grant_agreement (council_id, due, id);
create index grant_agreement_talk on grant_agreement (talk);

comment on column grant_agreement.owner_group is 'role, or role@scope, of officials; none when the council does it';

alter table casefile_link drop constraint casefile_link_kind_check;
alter table casefile_link add constraint casefile_link_kind_check
    check (kind in ('FOLLOWS', 'SAME_SUBJECT', 'RENEWAL', 'WITHDRAWAL', 'ADVICE', 'ROUND'));
