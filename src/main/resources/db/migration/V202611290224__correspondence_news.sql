-- public facts that councils may want to hear, kept with the fact
create table correspondence_news (
    id bigint generated always as identity primary key,
    key text not null unique,
    kind text not null,
    name text not null,
    day date,
    council uuid,
    area uuid,
    themes text[] not null default '{}',
    path text,
    at timestamptz not null
);
create index correspondence_news_at on correspondence_news (at);

-- up to which day a council was told; the row is held while it is told
create table correspondence_news_told (
    council uuid primary key,
    told_until date not null
);

-- readers who want no news any more, whatever their council chose
create table correspondence_news_stop (
    council uuid not null,
    address text not null,
    primary key (council, address)
);
