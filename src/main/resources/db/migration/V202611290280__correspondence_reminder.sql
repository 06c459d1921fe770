-- A reminder of one prompt waits here for the hour at which mails with reminders go out: one mail for all of a reader's day.
create table correspondence_reminder (
    prompt uuid not null references correspondence_prompt,
    -- of the prompt when the day came: who is asked in somebody's place gets the question itself, no reminder
    generation int not null,
    reader text not null,
    last_day date not null,
    number int not null,
    last boolean not null,
    due timestamptz not null,
    -- the mail that it stands in, none while it waits
    message uuid references correspondence_message (id),
    -- the edition of that mail that somebody was told about, as it did not arrive
    told int not null default 0,
    primary key (prompt, last_day, number)
);
create index correspondence_reminder_due on correspondence_reminder (due) where message is null;
create index correspondence_reminder_message on correspondence_reminder (message);
-- mails about several cases that failed
create index correspondence_message_failed_bundle on correspondence_message (id) where state = 'FAILED' and case_id is null;
