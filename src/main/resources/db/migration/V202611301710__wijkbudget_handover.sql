-- Who was asked to lead a project from somebody else, and what became of it; the city needs not be asked.
create table wijkbudget_handover (
    id bigint generated always as identity primary key,
    project uuid not null references wijkbudget_execution,
    former uuid references wijkbudget_supporter,
    successor uuid references wijkbudget_supporter,
    reason text not null,
    asked_on date not null,
    answered_on date,
    taken boolean not null default false,
    refusal text,
    check (answered_on is not null or not taken)
);

create unique index wijkbudget_handover_waiting on wijkbudget_handover (project) where answered_on is null;
create index wijkbudget_handover_project on wijkbudget_handover (project, answered_on);
create index wijkbudget_handover_former on wijkbudget_handover (former);
create index wijkbudget_handover_successor on wijkbudget_handover (successor);

comment on column wijkbudget_handover.former is 'who led it until then; none when that was the city';
comment on column wijkbudget_handover.successor is 'who is asked; none for the city';
comment on column wijkbudget_handover.reason is 'of the office, for everybody to read';
comment on column wijkbudget_handover.refusal is 'why the successor does not want to; the office only';

insert into wijkbudget_handover (project, successor, reason, asked_on, answered_on, taken)
select project, initiator, handed_over_reason, handed_over_on, handed_over_on, true
  from wijkbudget_execution where handed_over_on is not null;

alter table wijkbudget_execution drop column handed_over_on, drop column handed_over_reason;
