create table regulation_regulation (
    name text primary key,
    title text not null
);

create table regulation_version (
    name text not null references regulation_regulation,
    version int not null,
    adopted_by text not null,
    -- a version without a day is a draft: no case is bound to it
    holds_from date,
    -- of the shipped file it came from; a city's own version has none
    digest text,
    edited boolean not null default false,
    locked_at timestamptz,
    created_at timestamptz not null,
    primary key (name, version)
);

create table regulation_parameter (
    name text not null,
    version int not null,
    key text not null,
    position int not null,
    type text not null,
    value text not null,
    choices text[] not null,
    article text,
    sentence text not null,
    sentence_en text not null,
    primary key (name, version, key),
    foreign key (name, version) references regulation_version
);
