-- what a council chose about the city's mails; who never chose has no row
create table council_mail_choice (
    council_id uuid primary key references council_council,
    mailbox text,
    language text not null default 'nl' check (language in ('nl', 'en')),
    interest text not null default 'NONE' check (interest in ('NONE', 'ALL', 'AREA', 'THEMES')),
    themes text[] not null default '{}',
    version int not null default 0
);

-- members who get the questions too: the person of this membership, also under a later one
create table council_mail_reader (
    membership_id uuid primary key references council_membership on delete cascade
);
