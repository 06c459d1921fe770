-- What designers are changing, file by file. A version number is never used twice, so an open editor knows whether it is
-- still that draft.
create sequence designer_draft_version;
create table designer_draft (
    folder text not null,
    file text not null,
    -- none when the draft takes the file out
    content text,
    version bigint not null default nextval('designer_draft_version'),
    -- everybody who wrote in it: none of them publishes it
    editors uuid[] not null,
    by_name text not null,
    at timestamptz not null,
    primary key (folder, file)
);

-- A draft that waits for the second pair of eyes. Whoever changes the draft takes it back by that.
create table designer_proposal (
    folder text primary key,
    by_id uuid not null,
    by_name text not null,
    note text not null,
    at timestamptz not null
);

-- What a version was published for, and by whom; versions that came with the product are not here.
create table designer_version (
    deployment text primary key,
    folder text not null,
    note text not null,
    by_name text not null,
    published_by text not null,
    -- the shipped files of that moment: when they are others now, somebody should look
    shipped_digest text not null,
    at timestamptz not null
);
create index designer_version_folder on designer_version (folder, at desc);
