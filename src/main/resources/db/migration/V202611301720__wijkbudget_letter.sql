create table wijkbudget_letter (
    document uuid primary key references casefile_document,
    supporter uuid not null references wijkbudget_supporter on delete cascade,
    title text not null,
    made_at timestamptz not null,
    delivered_on date,
    delivered_by text
);

create index wijkbudget_letter_waiting on wijkbudget_letter (made_at, document) where delivered_on is null;

comment on table wijkbudget_letter is 'letters to who stands behind an idea and has no e-mail address: somebody prints and brings them';
