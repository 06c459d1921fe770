-- Ideas of residents, who stands behind them, how they changed, and the projects that came of them.
create table wijkbudget_proposal (
    case_id uuid primary key,
    round uuid not null references wijkbudget_round,
    area_id uuid not null references identity_area,
    title text not null,
    idea text not null,
    need text not null,
    place text not null,
    cost_cents bigint,
    on_paper boolean not null,
    state text not null check (state in ('UNCONFIRMED', 'IN', 'ADMITTED', 'REGULAR_ASKED', 'REGULAR', 'REFUSED', 'MERGED',
        'IN_PROJECT', 'DROPPED', 'LAPSED')),
    published boolean,
    reason text,
    objection text,
    department text,
    promised_on date,
    merged_into uuid references wijkbudget_proposal,
    version integer not null default 0
);

create index wijkbudget_proposal_round on wijkbudget_proposal (round, state, case_id);

comment on column wijkbudget_proposal.published is 'whether everybody may read it; none until somebody read it after the last change';
comment on column wijkbudget_proposal.promised_on is 'the day that the department gave';

create table wijkbudget_supporter (
    id uuid primary key,
    case_id uuid not null references wijkbudget_proposal,
    proposer boolean not null,
    name text not null,
    mail text,
    address text not null,
    confirmed_at timestamptz
);

create index wijkbudget_supporter_case on wijkbudget_supporter (case_id);

create table wijkbudget_edit (
    id bigint generated always as identity primary key,
    case_id uuid not null references wijkbudget_proposal,
    at timestamptz not null,
    title text not null,
    idea text not null,
    need text not null,
    place text not null
);

comment on table wijkbudget_edit is 'an idea as it was before its proposer changed it';

create table wijkbudget_project (
    id uuid primary key,
    round uuid not null references wijkbudget_round,
    title text not null,
    made_at timestamptz not null,
    made_by text not null
);

create table wijkbudget_project_idea (
    project uuid not null references wijkbudget_project,
    proposal uuid not null references wijkbudget_proposal,
    primary key (project, proposal)
);

create index wijkbudget_project_idea_proposal on wijkbudget_project_idea (proposal);

-- a mail about an idea opens it for its reader only
alter table correspondence_mail_extra add column opens uuid;
