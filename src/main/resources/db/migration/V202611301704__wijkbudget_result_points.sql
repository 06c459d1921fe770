-- What jury or panel gave a project, beside its votes.
alter table wijkbudget_result add column points numeric(9, 2);

comment on column wijkbudget_result.points is 'mean of who scored it, on the scale of the criteria, for reading; none where no points decide';
