-- Open forums of one council, and meetings of the city with all councils; what is agreed in them lives on beside that of talks.
create table grant_meeting (
    case_id uuid primary key,
    council_id uuid references council_council,
    subject text not null,
    held_with text check (held_with in ('college', 'city')),
    theme text,
    asks_theme boolean not null default false,
    open_to_all boolean not null default false,
    state text not null check (state in ('WANTED', 'PLANNED', 'HELD', 'OFF')),
    planned_at timestamptz,
    minutes integer,
    place text,
    invitations integer not null default 0,
    held_on date,
    attended integer
);

create index grant_meeting_council on grant_meeting (council_id, planned_at);
create index grant_meeting_planned on grant_meeting (planned_at) where planned_at is not null;
create index grant_meeting_asks on grant_meeting (case_id) where asks_theme;

comment on column grant_meeting.council_id is 'whose open forum it is; none for a meeting with all councils';
comment on column grant_meeting.asks_theme is 'whether councils may choose a theme for it now';
comment on column grant_meeting.invitations is 'how many were sent, cancellations too: the sequence in calendars';

-- One choice a council.
create table grant_meeting_theme (
    meeting uuid not null references grant_meeting,
    council_id uuid not null references council_council,
    theme text not null,
    primary key (meeting, council_id)
);

alter table grant_agreement drop constraint grant_agreement_talk_fkey;
alter table grant_agreement add constraint grant_agreement_case foreign key (talk) references casefile_case;
alter table grant_agreement alter column council_id drop not null;

create index grant_agreement_all on grant_agreement (due, id) where council_id is null;

comment on column grant_agreement.talk is 'the case of the talk, the open forum or the meeting that it was made in';
comment on column grant_agreement.council_id is 'none when it was made with all councils';
