-- Who may vote, and ballots. No column of one table stands in the other: a voter row is made when a link is asked, a ballot gets an id
-- by chance and no time, and that somebody voted stands under a ticket that can't be made without the secret of the links.
create table wijkbudget_voter (
    id uuid primary key,
    round uuid not null references wijkbudget_round,
    area_id uuid not null references identity_area,
    address_hash bytea not null,
    address text,
    language text not null,
    mails integer not null default 0,
    mailed boolean not null default false,
    unique (round, address_hash)
);

create index wijkbudget_voter_unmailed on wijkbudget_voter (round) where not mailed;

comment on column wijkbudget_voter.address_hash is 'keyed hash of the address without case and additions: one voter for each in a round';
comment on column wijkbudget_voter.address is 'for the link and one reminder; none after the choice closed, and none of who voted on paper';
comment on column wijkbudget_voter.mails is 'how often the link was asked';

create table wijkbudget_draft (
    voter uuid primary key references wijkbudget_voter on delete cascade,
    sealed bytea not null,
    reminded boolean not null default false
);

comment on table wijkbudget_draft is 'what somebody chose and did not confirm yet, encrypted by the key in their link; gone when the choice closes';

create table wijkbudget_spent (
    ticket bytea primary key,
    round uuid not null references wijkbudget_round
);

create index wijkbudget_spent_round on wijkbudget_spent (round);

create table wijkbudget_ballot (
    id uuid primary key,
    round uuid not null references wijkbudget_round,
    area_id uuid not null references identity_area,
    channel text not null check (channel in ('ONLINE', 'PAPER')),
    choices integer[] not null,
    receipt bytea unique
);

create index wijkbudget_ballot_area on wijkbudget_ballot (round, area_id);

comment on column wijkbudget_ballot.choices is 'numbers of projects, the lowest first';
comment on column wijkbudget_ballot.receipt is 'SHA-256 of the code that only its voter has; none on paper';

-- a mail with the link of a voter opens the ballot of its reader only
alter table correspondence_mail_extra add column voter uuid;
