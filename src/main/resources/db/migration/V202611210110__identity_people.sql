create table identity_area (
    id      uuid primary key,
    name    text not null,
    within  uuid references identity_area,
    version int  not null default 0
);
create unique index identity_area_name on identity_area (coalesce(within, '00000000-0000-0000-0000-000000000000'), lower(name));
create index identity_area_within on identity_area (within);

create table identity_person (
    id            uuid primary key,
    username      text        not null,
    name          text        not null,
    email         text        not null,
    phone         text        not null,
    password_hash text        not null,
    active        boolean     not null default true,
    created_at    timestamptz not null,
    version       int         not null default 0
);
create unique index identity_person_username on identity_person (lower(username));
create index identity_person_name on identity_person (lower(name), id);

-- both dates are days on which the role is held
create table identity_role (
    id          uuid primary key,
    person      uuid not null references identity_person,
    role        text not null,
    area        uuid references identity_area,
    valid_from  date not null,
    valid_until date,
    check (valid_until >= valid_from)
);
create index identity_role_person on identity_role (person);
create index identity_role_group on identity_role (role, area);
create index identity_role_area on identity_role (area);

create table identity_sign_in_attempt (
    id       bigint generated always as identity primary key,
    username text        not null,
    address  text        not null,
    at       timestamptz not null,
    outcome  text        not null check (outcome in ('failed', 'refused', 'succeeded'))
);
create index identity_sign_in_attempt_username on identity_sign_in_attempt (username, at);
create index identity_sign_in_attempt_address on identity_sign_in_attempt (address, at);
create index identity_sign_in_attempt_at on identity_sign_in_attempt (at);

create table identity_audit (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    what         text        not null,
    actor        uuid,
    actor_name   text        not null,
    on_behalf_of text,
    about        text        not null,
    address      text
);
create index identity_audit_at on identity_audit (at desc, id desc);
create index identity_audit_actor on identity_audit (actor, at desc);

create function identity_audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is only ever added to';
end $$;
create trigger identity_audit_append_only before update or delete on identity_audit
    for each row execute function identity_audit_refuse();
