-- Points that the office enters from paper count once a second official confirmed them; what was replaced stays to be read.
alter table wijkbudget_juror
    add column kept_by_id uuid,
    add column confirmed_by text,
    add column confirmed_on date,
    add column version integer not null default 0;

comment on column wijkbudget_juror.confirmed_by is 'the second official who laid the points beside the paper; none for who scores with an account';

create table wijkbudget_juror_past (
    id integer generated always as identity primary key,
    round uuid not null references wijkbudget_round,
    label text not null,
    points text not null,
    kept_by text not null,
    kept_on date not null,
    confirmed_by text,
    replaced_by text not null,
    replaced_on date not null,
    why text
);

create index wijkbudget_juror_past_round on wijkbudget_juror_past (round);

comment on table wijkbudget_juror_past is 'points that were replaced, or left with their member';
comment on column wijkbudget_juror_past.points is 'a line for each: number of the project; criterion; points. Of a project with an interest the number only';
comment on column wijkbudget_juror_past.why is 'none where a member replaced their own points';
