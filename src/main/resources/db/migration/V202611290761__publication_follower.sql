-- who asked for a mail of the week about the public side; a row is all that is known of somebody, and goes when they end it
create table publication_follower (
    id uuid primary key,
    address text not null,
    language text not null,
    -- one of these, or none for everything
    council uuid,
    area uuid,
    domain text,
    asked_at timestamptz not null,
    -- the mail that asks to confirm is sent by a round: neither words nor time tell who asks whether an address is known
    mailed boolean not null default false,
    confirmed_at timestamptz,
    -- up to that day news was told
    told_until date,
    check (num_nonnulls(council, area, domain) <= 1),
    unique nulls not distinct (address, council, area, domain)
);
create index publication_follower_unmailed on publication_follower (asked_at) where not mailed;
create index publication_follower_open on publication_follower (asked_at) where confirmed_at is null;
create index publication_follower_told on publication_follower (told_until, id) where confirmed_at is not null;
