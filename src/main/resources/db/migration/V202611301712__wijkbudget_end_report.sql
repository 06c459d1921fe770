-- What who led a project tells when it is finished.
alter table wijkbudget_progress add column report boolean not null default false;

comment on column wijkbudget_progress.report is 'whether it is the report at the end';
