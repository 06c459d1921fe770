-- the receipt of who asked for something and withdrew it
create table correspondence_withdrawal (
    case_id uuid primary key,
    document uuid not null unique
);
