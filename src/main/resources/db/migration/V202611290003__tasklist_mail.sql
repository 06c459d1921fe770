-- which mails about their work an official wants; who never chose has no row
create table tasklist_mail_choice (
    person   uuid primary key references identity_person,
    digest   boolean not null,
    due      boolean not null,
    assigned boolean not null,
    language text    not null check (language in ('nl', 'en'))
);

-- one mail of a kind for each person and day, also on two nodes and after a restart; a day without news has its row too
create table tasklist_mail_told (
    person uuid        not null references identity_person,
    day    date        not null,
    kind   text        not null check (kind in ('daily')),
    at     timestamptz not null,
    primary key (person, day, kind)
);

-- tasks that somebody was given by a colleague and will be told of, together
create table tasklist_mail_given (
    id      bigint generated always as identity primary key,
    person  uuid not null references identity_person,
    task_id text not null
);
create index tasklist_mail_given_person on tasklist_mail_given (person, id);
