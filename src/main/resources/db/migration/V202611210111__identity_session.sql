-- Spring Session's own schema for PostgreSQL under our name
create table identity_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index identity_session_session_id on identity_session (session_id);
create index identity_session_expiry_time on identity_session (expiry_time);
create index identity_session_principal_name on identity_session (principal_name);

create table identity_session_attributes (
    session_primary_id char(36)     not null references identity_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

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
