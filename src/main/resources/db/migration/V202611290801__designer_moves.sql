-- Running cases that designers take to another version, in the background: one row each, so that what fails keeps nobody.
create table designer_move (
    id bigint generated always as identity primary key,
    folder text not null,
    -- where they go; none for a move that brings cases back to where each came from
    deployment text,
    undoes bigint references designer_move,
    by_id uuid not null,
    by_name text not null,
    at timestamptz not null,
    stopped boolean not null default false
);
create index designer_move_folder on designer_move (folder, id desc);

create table designer_move_case (
    move_id bigint not null references designer_move,
    case_id uuid not null,
    state text not null default 'waiting' check (state in ('waiting', 'moved', 'failed', 'stopped')),
    -- where its parts came from: pairs of instance and definition
    origins jsonb not null default '[]',
    -- why it stayed where it was: a message key and the step it names
    reason text,
    step text,
    at timestamptz,
    primary key (move_id, case_id)
);
create index designer_move_case_waiting on designer_move_case (move_id, case_id) where state = 'waiting';
