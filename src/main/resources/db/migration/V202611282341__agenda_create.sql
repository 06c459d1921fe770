-- An address that shows part of the agenda to a calendar program. The address itself is not kept: only its digest.
create table agenda_feed (
    id uuid primary key,
    person uuid not null,
    -- own tasks, those of one's groups, of one's areas, or of one group
    choice text not null,
    kinds text[] not null,
    language text not null,
    digest bytea not null unique,
    made_at timestamptz not null,
    used_at timestamptz,
    -- of what the last reader got, and since when that is so
    content bytea,
    changed_at timestamptz,
    unique (person, choice)
);

-- a month of terms, day by day
create index deadlines_clock_last_day on deadlines_clock (last_day, id) where running;
