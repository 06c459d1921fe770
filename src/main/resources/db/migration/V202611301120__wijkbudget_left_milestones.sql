-- Why a project was closed though it did not reach all of its milestones; everybody reads it.
alter table wijkbudget_execution add column left_reason text;

comment on column wijkbudget_execution.left_reason is 'why it ended without all of its milestones; none when it reached them';
