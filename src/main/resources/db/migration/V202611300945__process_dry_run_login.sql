-- the word by which dry runs sign in to their own schema; who reads it here has every right already
create table process_dry_run_login (
    only_one boolean primary key default true check (only_one),
    word text not null
);
