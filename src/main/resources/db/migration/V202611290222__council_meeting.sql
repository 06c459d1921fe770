-- when councils meet: entered, or read from their own calendar
create table council_meeting (
    id uuid primary key,
    council_id uuid not null references council_council,
    day date not null,
    starts time,
    place text not null default '',
    from_calendar boolean not null default false
);
create unique index council_meeting_once on council_meeting (council_id, day, coalesce(starts, '00:00'), from_calendar);
create index council_meeting_day on council_meeting (day, id);

-- the address may hold a secret of the council: pages show only its host
create table council_calendar (
    council_id uuid primary key references council_council,
    address text not null,
    next_read timestamptz not null,
    read_at timestamptz,
    problem text
);
create index council_calendar_next on council_calendar (next_read);
