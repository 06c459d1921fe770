-- The council whose account gets the money of a project signs too.
alter table wijkbudget_execution add column council_signed_at timestamptz, add column council_signed_by text;

comment on column wijkbudget_execution.council_signed_by is 'who signed for it, with function and council';
