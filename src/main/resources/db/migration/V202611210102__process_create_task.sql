-- The work list: tasks that wait for people, correct in the transaction of each engine event. No foreign key to engine tables.
create table process_task (
    id          text primary key,
    case_id     uuid        not null,
    process_key text        not null,
    element     text        not null,
    name        text        not null,
    name_en     text,
    groups      text[]      not null default '{}',
    for_council boolean     not null default false,
    assignee    uuid,
    due         timestamptz,
    priority    int         not null,
    follow_up   timestamptz,
    created     timestamptz not null,
    suspended   boolean     not null,
    term        text,
    scope       text
);

create index process_task_due on process_task (due, id);
create index process_task_groups on process_task using gin (groups);
create index process_task_assignee on process_task (assignee, due, id) where assignee is not null;
create index process_task_case on process_task (case_id);
create index process_task_council on process_task (due, id) where for_council;
alter table process_task set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

-- What a model says of its user tasks and the engine has in no table.
create table process_user_task (
    definition_id text not null,
    element       text not null,
    name_en       text,
    term          text,
    primary key (definition_id, element)
);
