-- The end that a task had, to tell how many steps were done in time; none for what was done before.
alter table casefile_step add column due timestamptz;
create index casefile_step_done on casefile_step (left_at) where type = 'userTask' and not canceled;
create index casefile_case_closed on casefile_case (closed_at) where status = 'CLOSED';
