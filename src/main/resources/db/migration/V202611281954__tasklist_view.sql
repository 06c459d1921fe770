-- A list that somebody kept: the address of the work list, by a name.
create table tasklist_view (
    id uuid primary key,
    owner uuid not null,
    name text not null,
    query text not null,
    -- the group whose members see it too; what they see in it is decided by their own rights
    shared_with text,
    at timestamptz not null
);
create unique index tasklist_view_owner on tasklist_view (owner, lower(name));
create index tasklist_view_shared on tasklist_view (shared_with) where shared_with is not null;

-- The view that somebody's work list begins with.
create table tasklist_start (
    person uuid primary key,
    view_id uuid not null references tasklist_view on delete cascade
);
create index tasklist_start_view on tasklist_start (view_id);
