-- for who reads English; none for what was asked before
alter table correspondence_prompt add column task_name_en text;
