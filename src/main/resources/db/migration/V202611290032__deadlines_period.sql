-- Days that do not count for terms whose regulation says so.
create table deadlines_period (
    from_day date primary key,
    until_day date not null,
    name text not null,
    added_by text not null,
    added_at timestamptz not null
);
