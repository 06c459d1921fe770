-- What everybody may read of a question with its advice, or of unsolicited advice. The texts stay where they are and are masked
-- when they are shown, so that what is hidden later is gone at once.
create table advice_publication (
    case_id uuid primary key,
    number text not null unique,
    subject text not null,
    domain text not null,
    year integer not null,
    decision_day date,
    councils uuid[] not null,
    published_at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawn_reason text
);

comment on column advice_publication.year is 'of the decision, or of the publication when there is none';
comment on column advice_publication.councils is 'whose text stands in it';

create index advice_publication_shown on advice_publication (published_at desc, case_id) where withdrawn_at is null;

alter table advice_point add column hidden boolean not null default false;
alter table advice_given add column hidden boolean not null default false;

comment on column advice_point.hidden is 'text and reply hold personal data: not in the publication';
comment on column advice_given.hidden is 'its reason and minority note hold personal data: not in the publication';

-- The paper for the organ, as it was made last.
create table advice_paper (
    case_id uuid not null,
    format text not null check (format in ('pdf', 'docx')),
    document uuid not null,
    primary key (case_id, format)
);

-- Each council is told once what was done with its advice, also when a step is repeated.
create table advice_feedback (
    case_id uuid primary key,
    document uuid not null,
    told_at timestamptz not null
);

comment on column advice_feedback.case_id is 'of the council';

create index advice_given_asked on advice_given (asked_on) where request is not null;
create index advice_given_unasked on advice_given (given_at) where request is null;
