-- files that were chosen in a form that isn't sent yet
create table forms_chosen_file (
    document_id uuid primary key references casefile_document on delete cascade,
    -- the order in which they were chosen
    seq bigint generated always as identity,
    key text not null,
    party text not null,
    path text not null,
    name text not null,
    bytes bigint not null,
    sha256 text not null,
    remove_on date not null
);

create index forms_chosen_file_place on forms_chosen_file (key, party);
create index forms_chosen_file_remove_on on forms_chosen_file (remove_on);
