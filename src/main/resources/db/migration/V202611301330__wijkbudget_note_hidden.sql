-- A note on a project that was taken off the site: that there was one stays to be seen.
alter table wijkbudget_progress add column hidden_on date;

comment on column wijkbudget_progress.hidden_on is 'day on which the office took it off the site; public_on is empty since';
