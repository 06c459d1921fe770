create table council_council (
    id uuid primary key,
    kind text not null,
    name text not null,
    area_id uuid not null,
    standing text not null default 'CANDIDATE',
    -- the unbroken time in the register that runs now, or ran last
    from_day date,
    until_day date,
    level text,
    composition_broken boolean not null default false,
    successor uuid references council_council,
    words tsvector not null,
    version int not null default 0
);

create unique index council_council_name on council_council (kind, lower(name));
create index council_council_list on council_council (lower(name), id);
create index council_council_area on council_council (area_id, kind);
create index council_council_words on council_council using gin (words);

create table council_inscription (
    id uuid primary key,
    council_id uuid not null references council_council,
    recognised boolean not null,
    from_day date not null,
    until_day date,
    level text,
    conditions text,
    decision_number text,
    decided_on date,
    case_id uuid not null,
    ended_on date,
    -- EXPIRED, WITHDRAWN; nothing when a new inscription follows on it
    ended_as text,
    ended_reason text,
    check (until_day >= from_day)
);

create index council_inscription_council on council_inscription (council_id, from_day desc);
create unique index council_inscription_running on council_inscription (council_id) where ended_on is null;

create table council_membership (
    id uuid primary key,
    council_id uuid not null references council_council,
    name text not null,
    functions text[] not null,
    voting boolean not null,
    effective boolean not null,
    politician boolean not null,
    sex text not null,
    email text,
    phone text,
    address text,
    -- name and address as compared: the same person in another council
    person_key text not null,
    from_day date not null,
    until_day date,
    version int not null default 0,
    check (until_day >= from_day)
);

create index council_membership_council on council_membership (council_id, from_day);
create index council_membership_person on council_membership (person_key);
create index council_membership_starts on council_membership (from_day);
create index council_membership_ends on council_membership (until_day);

-- days on which members came or went by themselves and were told about
create table council_day (
    told_until date not null
);
create unique index council_day_one on council_day ((true));

create table council_event (
    id bigint generated always as identity primary key,
    council_id uuid not null references council_council,
    at timestamptz not null,
    kind text not null,
    args jsonb not null,
    detail text,
    case_id uuid,
    actor_kind text not null,
    actor_id uuid,
    actor_name text not null,
    on_behalf_of text
);

create index council_event_council on council_event (council_id, id desc);
