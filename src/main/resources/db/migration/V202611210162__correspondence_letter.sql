-- Which template a document of the dossier was written from.
create table correspondence_letter (
    document uuid primary key,
    case_id uuid not null,
    template text not null,
    written_at timestamptz not null
);
create index correspondence_letter_case on correspondence_letter (case_id, template, written_at);
