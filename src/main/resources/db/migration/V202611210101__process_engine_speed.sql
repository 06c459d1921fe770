-- What the engine's own scripts leave out on PostgreSQL; measured, see docs/performance.md.

-- asked at the end of every task
create index process_act_task_parent on act_ru_task (parent_task_id_);

-- job acquisition
create index process_act_job_due on act_ru_job (duedate_);
create index process_act_job_lock on act_ru_job (lock_exp_time_) where lock_owner_ is not null;

-- rows that come and go all day: clean up sooner than after a fifth of a large table
alter table act_ru_job set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table act_ru_task set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table act_ru_execution set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table act_ru_variable set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
