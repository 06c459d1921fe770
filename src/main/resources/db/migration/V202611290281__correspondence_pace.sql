-- 0 goes first, 2 lets all others pass: a bulk of mails holds up nobody who waits for a link
alter table correspondence_message add column priority smallint not null default 1;
drop index correspondence_message_due;
create index correspondence_message_due on correspondence_message (priority, next_try, seq) where state = 'WAITING';
create index correspondence_message_name on correspondence_message using gin (lower(recipient_name) gin_trgm_ops);

-- how many were handed over in one minute of the clock, by all nodes together
create table correspondence_pace (
    minute timestamptz not null,
    taken int not null
);
insert into correspondence_pace values ('epoch', 0);
