-- a dossier shows the first of its tasks
drop index process_task_case;
create index process_task_case on process_task (case_id, due_order, id);
