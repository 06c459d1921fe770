create table correspondence_message (
    seq bigint generated always as identity primary key,
    id uuid not null unique,
    key text unique,
    case_id uuid,
    recipient text not null,
    recipient_name text not null,
    subject text not null,
    text text not null,
    html text not null,
    prompt uuid references correspondence_prompt,
    -- of the prompt when the mail was queued: a mail of an older generation is not sent any more
    generation int,
    attachments uuid[] not null default '{}',
    state text not null check (state in ('WAITING', 'SENT', 'FAILED', 'WITHDRAWN')),
    -- how often somebody asked to send it again
    edition int not null default 1,
    tries int not null default 0,
    next_try timestamptz not null,
    give_up timestamptz not null,
    problem text,
    queued_at timestamptz not null,
    sent_at timestamptz
);
create index correspondence_message_due on correspondence_message (next_try, seq) where state = 'WAITING';
create index correspondence_message_state on correspondence_message (state, seq);
create index correspondence_message_case on correspondence_message (case_id, seq);
create index correspondence_message_prompt on correspondence_message (prompt) where state = 'WAITING';
