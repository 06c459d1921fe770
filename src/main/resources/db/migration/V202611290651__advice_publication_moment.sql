-- What is published waits until its letters left the office and its embargo is over; what was corrected says so.
alter table advice_publication
    add column waiting boolean not null default false,
    add column corrected_at timestamptz;

comment on column advice_publication.published_at is 'when everybody could read it first; while it waits, when the step was done';

create index advice_publication_waiting on advice_publication (case_id) where waiting;

create table advice_embargo (
    case_id uuid primary key,
    until_moment timestamptz not null
);

comment on column advice_embargo.case_id is 'of the request, or of unsolicited advice';
