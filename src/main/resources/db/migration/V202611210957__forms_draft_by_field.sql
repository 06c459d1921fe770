-- a draft question by question, so that two people can fill in one form
drop table forms_draft;

create table forms_draft (
    key text not null,
    party text not null,
    by_name text not null,
    at timestamptz not null,
    remove_on date not null,
    primary key (key, party)
);

create index forms_draft_remove_on on forms_draft (remove_on);

-- what counts for one question (a list with all its rows is one)
create table forms_draft_field (
    key text not null,
    party text not null,
    path text not null,
    typed jsonb not null,
    -- for who reads it when the question is gone, or was answered by two
    label text not null,
    words text not null,
    -- the version of the form it was typed in
    schema text not null,
    -- the page that it was typed in: its later texts replace it without asking
    page text not null,
    by_name text not null,
    at timestamptz not null,
    primary key (key, party, path),
    foreign key (key, party) references forms_draft on delete cascade
);

-- what somebody else typed at the same time, until somebody chooses
create table forms_draft_rival (
    key text not null,
    party text not null,
    path text not null,
    page text not null,
    typed jsonb not null,
    label text not null,
    words text not null,
    schema text not null,
    by_name text not null,
    at timestamptz not null,
    primary key (key, party, path, page),
    foreign key (key, party, path) references forms_draft_field on delete cascade
);
