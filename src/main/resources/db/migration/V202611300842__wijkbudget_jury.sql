-- Members of a jury or a panel, what they score, and where an interest leaves them out.
create table wijkbudget_juror (
    id uuid primary key,
    round uuid not null references wijkbudget_round,
    label text not null,
    unique (round, label)
);

create table wijkbudget_score (
    juror uuid not null references wijkbudget_juror on delete cascade,
    project uuid not null references wijkbudget_project,
    criterion text not null,
    points integer not null,
    primary key (juror, project, criterion)
);

create table wijkbudget_conflict (
    juror uuid not null references wijkbudget_juror on delete cascade,
    project uuid not null references wijkbudget_project,
    primary key (juror, project)
);

comment on table wijkbudget_conflict is 'a member with an interest in a project does not score it and does not count there';
