-- What departments say of projects, and why one can't be done.
alter table wijkbudget_project
    add column question text,
    add column reason text;

comment on column wijkbudget_project.question is 'what the office adds when it asks the departments';
comment on column wijkbudget_project.reason is 'why it is not feasible, in the words that its proposers read';

create table wijkbudget_answer (
    project uuid not null references wijkbudget_project,
    department text not null,
    asked_on date not null,
    answer text check (answer in ('YES', 'IF', 'NO', 'LEFT_OUT')),
    words text,
    cost_cents bigint,
    yearly_cents bigint,
    permit text check (permit in ('yes', 'no', 'unknown')),
    executor text,
    answered_at timestamptz,
    answered_by text,
    primary key (project, department)
);

comment on table wijkbudget_answer is 'what each department that was asked says of a project';
comment on column wijkbudget_answer.answer is 'none while it is awaited; LEFT_OUT when the office goes on without it';
comment on column wijkbudget_answer.words is 'conditions, why not, or why the office goes on without it';

-- What the committee says of projects.
create table wijkbudget_project_advice (
    project uuid primary key references wijkbudget_project,
    advice text not null check (advice in ('positive', 'conditions', 'negative')),
    consensus text not null,
    dissent text,
    given_at timestamptz not null,
    given_by text not null
);
