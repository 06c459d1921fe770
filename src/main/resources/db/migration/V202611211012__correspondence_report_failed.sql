-- Whether somebody was asked to reach the council in another way.
alter table correspondence_message add column reported boolean not null default false;
alter table correspondence_unreached add column reported boolean not null default false;
create index correspondence_message_unreported on correspondence_message (case_id) where state = 'FAILED' and not reported;
