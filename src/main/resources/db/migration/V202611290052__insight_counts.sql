-- Counts behind the overview, made in the background: opening the page reads these few rows only.
create table insight_state (
    at timestamptz not null
);
insert into insight_state values ('-infinity');
create unique index insight_state_one on insight_state ((true));

-- Open cases. A case that waits for two teams counts for both, so only counts for the same "who" may be added up.
create table insight_open (
    -- empty for all open cases, else as in the address of the list: office, council, a role, a person
    who text not null,
    trajectory text not null,
    area_id uuid,
    cases int not null,
    late int not null,
    week int not null
);

-- How many cases took how many days for a step, or, with an empty step, from receipt to end.
create table insight_days (
    quarter date not null,
    trajectory text not null,
    area_id uuid,
    process_key text not null,
    element text not null,
    days int not null,
    cases int not null,
    with_term int not null,
    in_time int not null
);
create index insight_days_quarter on insight_days (quarter);
