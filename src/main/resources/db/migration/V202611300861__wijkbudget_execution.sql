-- How chosen projects are carried out: who agreed what, milestones with their money, what happened, and when it ended.
create table wijkbudget_execution (
    project uuid primary key references wijkbudget_project,
    carrier text not null check (carrier in ('COUNCIL', 'CITY')),
    council_id uuid references council_council,
    initiator uuid references wijkbudget_supporter,
    what text not null,
    cents bigint not null,
    signed_at timestamptz,
    refusal text,
    city_signed_at timestamptz,
    city_signed_by text,
    begins date,
    due date,
    extended_on date,
    extension_reason text,
    handed_over_on date,
    handed_over_reason text,
    warned_first date,
    warned_last date,
    asked_on date,
    ended_on date,
    end_words text,
    check (carrier = 'CITY' or (council_id is not null and initiator is not null))
);

create index wijkbudget_execution_initiator on wijkbudget_execution (initiator);
create index wijkbudget_execution_due on wijkbudget_execution (due) where ended_on is null;

comment on column wijkbudget_execution.council_id is 'whose account gets the money; none when the city carries it out';
comment on column wijkbudget_execution.initiator is 'the resident who signs and is asked how it goes; none when the city carries it out alone';
comment on column wijkbudget_execution.refusal is 'why the agreement came back, from the initiator or the city';
comment on column wijkbudget_execution.warned_first is 'the last day that the first warning was about; after an extension there is another';

create table wijkbudget_milestone (
    project uuid not null references wijkbudget_execution,
    position integer not null,
    title text not null,
    due date not null,
    cents bigint not null check (cents >= 0),
    done_on date,
    primary key (project, position)
);

-- what the initiator sent, and what everybody may read of it
create table wijkbudget_progress (
    id uuid primary key,
    project uuid not null references wijkbudget_execution,
    at timestamptz not null,
    by text not null,
    words text not null,
    photo uuid,
    public_words text,
    public_photo boolean not null default false,
    public_on date
);

create index wijkbudget_progress_project on wijkbudget_progress (project, at);

comment on column wijkbudget_progress.words is 'as it was sent; the office only';
comment on column wijkbudget_progress.public_words is 'as the office put it on the site';
