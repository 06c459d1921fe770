-- A member of a jury with an account of their own keeps their own sheet; the office keeps those of the others.
alter table wijkbudget_juror
    add column person uuid references identity_person,
    add column kept_by text,
    add column kept_on date;

create unique index wijkbudget_juror_person on wijkbudget_juror (round, person);

comment on column wijkbudget_juror.person is 'who alone keeps the sheet; none when the office does, from paper';
comment on column wijkbudget_juror.kept_by is 'who signed the points as they stand';
