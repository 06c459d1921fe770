-- A project is public once somebody of the office released it, or departments look at it.
alter table wijkbudget_project add column released boolean not null default false;

update wijkbudget_project set released = true;

comment on column wijkbudget_project.released is 'whether everybody may read it; while ideas become projects the office says so';
