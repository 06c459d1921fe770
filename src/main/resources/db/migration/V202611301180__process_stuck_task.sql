-- a task that somebody did and whose case can't go on: the administrator sees it among the failed steps until it is done
alter table process_task add column stuck_why text;
alter table process_task add column stuck_at timestamptz;
create index process_task_stuck on process_task (stuck_at) where stuck_at is not null;
