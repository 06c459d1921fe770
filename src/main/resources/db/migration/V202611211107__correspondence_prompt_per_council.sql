-- A case that moves asks its new council the same; what the old one was asked stays in the dossier.
alter table correspondence_prompt drop constraint correspondence_prompt_task_id_function_key;
alter table correspondence_prompt add unique (task_id, council, function);
