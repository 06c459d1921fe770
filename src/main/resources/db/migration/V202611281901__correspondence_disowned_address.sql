-- an address that a reader disowned gets nothing more: whether somebody was asked to find out about this question
alter table correspondence_prompt add column reported boolean not null default true;
create index correspondence_prompt_disowned on correspondence_prompt (council, lower(recipient)) where disowned;
