-- Who was reached in the dialogue of a round, how its projects were refined, and what members of the committee think of them.
create table wijkbudget_meeting (
    id uuid primary key,
    round uuid not null references wijkbudget_round,
    area_id uuid not null references identity_area,
    kind text not null check (kind in ('meeting', 'walk', 'call')),
    held_on date not null,
    place text not null,
    people integer not null check (people > 0),
    reached text[] not null,
    note text,
    kept_by text not null
);

create index wijkbudget_meeting_round on wijkbudget_meeting (round, held_on desc, id);

comment on column wijkbudget_meeting.reached is 'target groups, as in wijkbudget_area.reach_groups';

alter table wijkbudget_project
    add column needs text,
    add column themes text[] not null default '{}',
    add column version integer not null default 0;

comment on column wijkbudget_project.needs is 'needs of the neighbourhood that it answers, from its wijk-DNA';

create table wijkbudget_project_edit (
    id bigint generated always as identity primary key,
    project uuid not null references wijkbudget_project,
    at timestamptz not null,
    title text not null,
    summary text not null
);

create index wijkbudget_project_edit_project on wijkbudget_project_edit (project);

comment on table wijkbudget_project_edit is 'a project as it was before somebody refined it';

create table wijkbudget_points (
    project uuid not null references wijkbudget_project,
    member uuid not null references identity_person,
    criterion integer not null,
    points integer not null,
    primary key (project, member, criterion)
);

comment on column wijkbudget_points.criterion is 'which sentence of proposal.criteria, from 0 on';

create table wijkbudget_interest (
    project uuid not null references wijkbudget_project,
    member uuid not null references identity_person,
    why text not null,
    declared_at timestamptz not null,
    primary key (project, member)
);

comment on table wijkbudget_interest is 'members who have an interest in a project: they take no part in its advice';
