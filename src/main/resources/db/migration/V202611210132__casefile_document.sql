create table casefile_document (
    id uuid primary key,
    case_id uuid not null references casefile_case,
    name text not null,
    kind text not null,
    media_type text not null,
    bytes bigint not null,
    sha256 text not null,
    at timestamptz not null,
    actor_name text not null
);

create index casefile_document_case on casefile_document (case_id, at desc, id);

-- the pieces come first, while the file is still being read; the document must follow in the same transaction
create table casefile_document_chunk (
    document_id uuid not null references casefile_document deferrable initially deferred,
    position int not null,
    content bytea not null,
    primary key (document_id, position)
);

-- documents are compressed formats already
alter table casefile_document_chunk alter column content set storage external;
