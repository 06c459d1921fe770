-- Photos that the office adds to a milestone that was reached.
alter table wijkbudget_progress add column milestone integer;
alter table wijkbudget_progress add foreign key (project, milestone) references wijkbudget_milestone (project, position);

comment on column wijkbudget_progress.milestone is 'position of the milestone that the photo shows; none for a message on how it goes';
