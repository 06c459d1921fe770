-- Whom a council was last told to call; a council that was never told knows it from its letters.
create table correspondence_told_contact (
    council uuid primary key,
    mail text not null,
    name text not null,
    told_at timestamptz not null
);
