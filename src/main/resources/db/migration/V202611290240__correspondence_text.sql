-- Texts of letters that the city wrote itself, each time they were published; texts that came with the product are files.
create table correspondence_text (
    name text not null,
    language text not null check (language in ('nl', 'en')),
    version integer not null check (version > 0),
    title text not null,
    body text not null,
    -- whether the shipped text holds again from here on, also when another one comes
    shipped boolean not null,
    -- the shipped text of that moment: when it is another one now, somebody should look
    beside text not null,
    note text not null,
    by_name text not null,
    at timestamptz not null,
    primary key (name, language, version)
);

-- What somebody is writing. A version number is never used twice, so a form that was open knows whether it is still that draft.
create sequence correspondence_text_draft_version;
create table correspondence_text_draft (
    name text not null,
    language text not null check (language in ('nl', 'en')),
    title text not null,
    body text not null,
    version bigint not null default nextval('correspondence_text_draft_version'),
    by_name text not null,
    at timestamptz not null,
    primary key (name, language)
);

-- The parts that a letter was made of: what was signed is repeated word for word, whatever was published since.
create table correspondence_letter_part (
    document uuid not null references correspondence_letter,
    name text not null,
    body text not null,
    primary key (document, name)
);
