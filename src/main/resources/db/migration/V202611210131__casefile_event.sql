create table casefile_event (
    id bigint generated always as identity primary key,
    case_id uuid not null references casefile_case,
    at timestamptz not null,
    kind text not null,
    args jsonb not null,
    detail text,
    actor_kind text not null,
    actor_id uuid,
    actor_name text not null,
    on_behalf_of text
);

create index casefile_event_case on casefile_event (case_id, id desc);

create function casefile_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append only', tg_table_name;
end $$;

create trigger casefile_event_append_only before update or delete on casefile_event
    for each row execute function casefile_refuse_change();
create trigger casefile_event_not_emptied before truncate on casefile_event
    for each statement execute function casefile_refuse_change();

create table casefile_step (
    id bigint generated always as identity primary key,
    case_id uuid not null references casefile_case,
    process_key text not null,
    element text not null,
    name text,
    type text not null,
    entered_at timestamptz not null,
    left_at timestamptz,
    canceled boolean not null default false,
    actor_name text not null
);

create index casefile_step_case on casefile_step (case_id, id);
create index casefile_step_running on casefile_step (case_id, process_key, element) where left_at is null;

create table casefile_line (
    case_id uuid not null references casefile_case,
    table_name text not null,
    round int not null,
    position int not null,
    key text not null,
    met boolean not null,
    article text,
    sentence text not null,
    at timestamptz not null,
    primary key (case_id, table_name, round, position)
);
