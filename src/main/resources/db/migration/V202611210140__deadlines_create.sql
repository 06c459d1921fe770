create table deadlines_clock (
    id bigint generated always as identity primary key,
    case_id uuid not null,
    term text not null,
    -- a parallel branch; empty when there is none
    scope text not null,
    round int not null,
    regulation text not null,
    regulation_version int not null,
    from_day date not null,
    since text not null,
    -- an end that was given and not counted
    given_day date,
    last_day date not null,
    due timestamptz not null,
    -- a date to act on, not a day that somebody has until: due when the day begins
    at_start boolean not null,
    extensions int not null,
    running boolean not null,
    unique (case_id, term, scope, round)
);

create unique index deadlines_clock_running on deadlines_clock (case_id, term, scope) where running;
create index deadlines_clock_days on deadlines_clock (last_day, from_day) where running;

create table deadlines_line (
    clock_id bigint not null references deadlines_clock,
    position int not null,
    kind text not null,
    args text[] not null,
    primary key (clock_id, position)
);

create table deadlines_reminder (
    clock_id bigint not null references deadlines_clock,
    number int not null,
    due timestamptz not null,
    state text not null,
    primary key (clock_id, number)
);

create index deadlines_reminder_waiting on deadlines_reminder (due) where state = 'WAITING';

create table deadlines_closing_day (
    day date primary key,
    name text not null,
    added_by text not null,
    added_at timestamptz not null
);
