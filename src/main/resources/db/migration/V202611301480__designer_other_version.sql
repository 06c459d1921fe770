-- Two designers on one draft: what one of them typed and another's version took the place of. Goes after a month.
create table designer_other_version (
    id uuid primary key,
    folder text not null,
    file text not null,
    content text not null,
    by_name text not null,
    at timestamptz not null
);
create index designer_other_version_file on designer_other_version (folder, file, at desc);

-- who wrote last; none in drafts of before
alter table designer_draft add column by_id uuid;
