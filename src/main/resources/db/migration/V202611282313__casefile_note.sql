create table casefile_note (
    id bigint generated always as identity primary key,
    case_id uuid not null references casefile_case,
    author uuid not null,
    author_name text not null,
    text text not null,
    at timestamptz not null,
    corrected_at timestamptz,
    version int not null default 0
);

comment on table casefile_note is 'as it reads now; what it said before stands in the timeline';

create index casefile_note_case on casefile_note (case_id, id desc);
