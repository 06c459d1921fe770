-- somebody who opened the link said that the question is not for them
alter table correspondence_prompt add column disowned boolean not null default false;
