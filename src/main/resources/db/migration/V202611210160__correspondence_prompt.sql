-- One question to one person of a council. The link is not here: it is made from id, recipient and generation with a secret.
create table correspondence_prompt (
    id uuid primary key,
    task_id text not null,
    case_id uuid not null,
    council uuid not null,
    task_name text not null,
    term text,
    scope text,
    function text not null,
    recipient text not null,
    recipient_name text not null,
    generation int not null default 1,
    state text not null check (state in ('OPEN', 'ANSWERED', 'EXPIRED', 'WITHDRAWN')),
    answered_by text,
    opened_at timestamptz not null,
    closed_at timestamptz,
    unique (task_id, function)
);
create index correspondence_prompt_case on correspondence_prompt (case_id, opened_at);
create index correspondence_prompt_council on correspondence_prompt (council) where state = 'OPEN';

-- A council that nobody could be reached of: the question waits here until a contact is known.
create table correspondence_unreached (
    task_id text primary key,
    case_id uuid not null,
    council uuid not null,
    task_name text not null,
    since timestamptz not null
);
create index correspondence_unreached_council on correspondence_unreached (council);
