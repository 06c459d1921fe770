-- Texts that the city made itself, for a model of its own; what they say is in correspondence_text, as for shipped ones.
create table correspondence_own_text (
    name text primary key,
    -- of the trajectory: its forms give the fields
    folder text not null,
    kind text not null check (kind in ('LETTER', 'DECISION', 'MAIL')),
    -- the form that the decision is taken on
    decision text,
    by_name text not null,
    at timestamptz not null
);
