-- How a round went: who was asked, and what was answered. No column of an answer says who gave it or when.
create table wijkbudget_survey (
    round uuid primary key references wijkbudget_round,
    groups text[] not null,
    opened_on date not null,
    closed_on date
);

comment on column wijkbudget_survey.groups is 'committee and departments that were asked, each for one answer';

create table wijkbudget_survey_asked (
    supporter uuid primary key references wijkbudget_supporter on delete cascade,
    round uuid not null references wijkbudget_survey,
    answered boolean not null default false
);

create index wijkbudget_survey_asked_round on wijkbudget_survey_asked (round);

comment on table wijkbudget_survey_asked is 'proposers, one for each mail address: for the reminder and for one answer each';

create table wijkbudget_survey_answer (
    id uuid primary key,
    round uuid not null references wijkbudget_survey,
    kind text not null check (kind in ('PROPOSER', 'COMMITTEE', 'DEPARTMENT')),
    clear integer not null check (clear between 1 and 5),
    heard integer not null check (heard between 1 and 5),
    fair integer not null check (fair between 1 and 5),
    again integer not null check (again between 1 and 5),
    words text
);

create index wijkbudget_survey_answer_round on wijkbudget_survey_answer (round);

comment on column wijkbudget_survey_answer.id is 'by chance, so that no order tells who answered first';
comment on column wijkbudget_survey_answer.clear is 'from 1, strongly disagree, to 5, strongly agree; so are the others';
