-- done, or over with its end: not what was taken away before that
alter table casefile_step add column finished boolean not null generated always as
    (type = 'userTask' and left_at is not null and (not canceled or coalesce(left_at >= due, false))) stored;
drop index casefile_step_done;
create index casefile_step_done on casefile_step (left_at) where finished;
