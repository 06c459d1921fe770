create table recognition_application (
    case_id uuid primary key,
    council_id uuid not null,
    renewal boolean not null,
    rounds integer not null default 0,
    received_on date not null,
    receives_money boolean not null,
    open_to_new_members boolean not null
);

create index recognition_application_council on recognition_application (council_id);

create table recognition_term (
    case_id uuid primary key,
    council_id uuid not null,
    last_day date,
    receives_money boolean not null,
    open_to_new_members boolean not null,
    ended_on date
);

comment on column recognition_term.last_day is 'none for a registration without end';

create unique index recognition_term_running on recognition_term (council_id) where ended_on is null;
