-- who has a file of a draft open: a row is kept alive by its page, and goes when nobody looked for an hour
create table designer_open_file (
    folder text not null,
    file text not null,
    person uuid not null,
    name text not null,
    at timestamptz not null,
    primary key (folder, file, person)
);
