-- The end that a task had, to tell how many steps were done in time; none for what was done before.
alter table casefile_step add column due timestamptz;
-- done, or over with its end: not what was taken away before that
alter table casefile_step add column finished boolean not null generated always as
    (type = 'userTask' and left_at is not null and (not canceled or coalesce(left_at >= due, false))) stored;
create index casefile_step_done on casefile_step (left_at) where finished;
create index casefile_case_closed on casefile_case (closed_at) where status = 'CLOSED';
