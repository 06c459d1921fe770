-- A term that is suspended has no end until it runs again; what is counted back from it is suspended with it.
alter table deadlines_clock add column suspended_on date;

create table deadlines_suspension (
    clock_id bigint not null references deadlines_clock,
    number int not null,
    from_day date not null,
    -- the day on which it ran again
    until_day date not null,
    -- counted in an end that somebody gave afterwards
    settled boolean not null,
    primary key (clock_id, number)
);
