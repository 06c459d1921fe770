-- What a project of the neighbourhood budget is on its way from the dialogue to what is built.
alter table wijkbudget_project
    add column case_id uuid unique,
    add column area_id uuid references identity_area,
    add column number integer,
    add column summary text,
    add column state text not null default 'DIALOGUE' check (state in ('DIALOGUE', 'ASKED', 'FEASIBLE', 'INFEASIBLE', 'CHOSEN',
        'LEFT', 'RUNNING', 'DONE', 'STOPPED')),
    add column cost_cents bigint,
    add column yearly_cents bigint;

create unique index wijkbudget_project_number on wijkbudget_project (round, number);
create index wijkbudget_project_state on wijkbudget_project (round, area_id, state);

comment on column wijkbudget_project.number is 'its number on the ballot and in published files; none before it is feasible';
comment on column wijkbudget_project.cost_cents is 'once, as the departments estimated it';
comment on column wijkbudget_project.yearly_cents is 'what keeping it costs a year';
comment on column wijkbudget_project.state is
    'DIALOGUE: being made; ASKED: departments look at it; FEASIBLE: can be chosen; INFEASIBLE: cannot, with a reason; '
    'CHOSEN or LEFT: as the organ decided; RUNNING, DONE, STOPPED: being carried out, closed, stopped';
