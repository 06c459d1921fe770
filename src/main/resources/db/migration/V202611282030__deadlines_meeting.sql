create table deadlines_meeting (
    organ text not null,
    day date not null,
    added_by text not null,
    added_at timestamptz not null,
    primary key (organ, day)
);
