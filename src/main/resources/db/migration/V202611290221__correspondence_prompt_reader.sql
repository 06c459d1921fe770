-- several members of a council may be asked: which one, by what the council chose; empty for chair, secretary and mailbox
alter table correspondence_prompt add column reader text not null default '';
alter table correspondence_prompt drop constraint correspondence_prompt_task_id_council_function_key;
alter table correspondence_prompt add unique (task_id, council, function, reader);
