-- every version of a form that was ever sent, once
create table forms_schema (
    sha256 text primary key,
    form_id text not null,
    json text not null,
    first_sent timestamptz not null
);

create table forms_submission (
    id uuid primary key,
    -- the order in which they came in; two can share a moment
    seq bigint generated always as identity,
    case_id uuid not null references casefile_case (id),
    -- the task it answers; none for a start form
    task_id text unique,
    element text not null,
    form_id text not null,
    schema text not null references forms_schema (sha256),
    answers jsonb not null,
    -- of what was sent and by whom: the same start form twice in a row is one
    digest text not null,
    on_paper boolean not null,
    at timestamptz not null,
    by_kind text not null,
    by_id uuid,
    by_name text not null,
    on_behalf_of text
);

create index forms_submission_case on forms_submission (case_id, seq desc);
create index forms_submission_latest on forms_submission (case_id, form_id, seq desc);
create index forms_submission_start on forms_submission (digest, at) where task_id is null;

create table forms_draft (
    key text not null,
    party text not null,
    typed jsonb not null,
    by_name text not null,
    at timestamptz not null,
    version int not null default 0,
    primary key (key, party)
);

create index forms_draft_age on forms_draft (at);
