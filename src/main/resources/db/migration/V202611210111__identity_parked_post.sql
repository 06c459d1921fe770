-- what was sent after the session had ended, until its sender is back
create table identity_parked_post (
    id         uuid primary key,
    path       text        not null,
    fields     jsonb       not null,
    lost       text[]      not null,
    owner      text        not null,
    created_at timestamptz not null
);
create index identity_parked_post_created_at on identity_parked_post (created_at);
