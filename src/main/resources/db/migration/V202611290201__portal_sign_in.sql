-- Who asked to sign in, whether we know the address or not; looked at within seconds, and gone then.
create table portal_ask (
    id bigint generated always as identity primary key,
    address text not null
);

-- The newest link of an address, until it is used or over. The link itself is made when its mail leaves, and kept nowhere.
create table portal_sign_in (
    address text primary key,
    link uuid not null unique,
    until timestamptz not null
);

-- Members whom chair and secretary let send too; chair and secretary always may.
create table portal_sender (
    council uuid not null,
    address text not null,
    chosen_at timestamptz not null,
    chosen_by text not null,
    primary key (council, address)
);
