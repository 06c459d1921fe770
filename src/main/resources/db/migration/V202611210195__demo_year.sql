-- The demo year is made once: the row comes with all of it, in one transaction.
create table demo_year (
    only_one boolean primary key default true check (only_one),
    made_at timestamptz not null
);
