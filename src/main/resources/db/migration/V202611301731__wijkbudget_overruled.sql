-- Why a project can be done although a department said no: everybody reads it.
alter table wijkbudget_project add column overruled text;
-- Why the committee noted its advice before most of its members spoke.
alter table wijkbudget_project_advice add column few_why text;
