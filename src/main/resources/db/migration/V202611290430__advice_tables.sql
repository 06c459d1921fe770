-- A question to councils. What it asks stands in its versions: a question that changes while it is out gets a new one.
create table advice_request (
    case_id uuid primary key,
    asker_group text not null,
    on_behalf_of text not null check (on_behalf_of in ('college', 'gemeenteraad')),
    domain text not null,
    phase text not null,
    position text not null,
    area_id uuid,
    urgency text,
    wished_day date,
    version integer not null default 1,
    sent_on date,
    last_day date,
    agreed_at timestamptz,
    decision text,
    decision_number text,
    decision_day date,
    decision_link text,
    decision_reason text,
    early_reason text,
    told_at timestamptz,
    published_at timestamptz
);

comment on column advice_request.asker_group is 'role, or role@scope, of the officials who reply';
comment on column advice_request.area_id is 'none for the whole municipality';
comment on column advice_request.urgency is 'why the term is shorter than the regulation gives, or none';
comment on column advice_request.version is 'of the question that holds now';
comment on column advice_request.last_day is 'of the council that has most time';

create table advice_question (
    request uuid not null references advice_request,
    version integer not null,
    subject text not null,
    question text not null,
    still_open text not null,
    change_reason text,
    restarted boolean not null default false,
    at timestamptz not null,
    by_name text not null,
    primary key (request, version)
);

comment on column advice_question.change_reason is 'what changed and why, and why the term restarts or not; none for the first';

-- The councils that the table proposes for a question, and those that the asker adds.
create table advice_asked (
    request uuid not null references advice_request,
    council_id uuid not null,
    reasons jsonb not null default '[]',
    chosen boolean not null,
    left_out_reason text,
    case_id uuid unique,
    primary key (request, council_id)
);

comment on column advice_asked.reasons is 'lines of advice-addressees that propose it ({"nl", "en"}); empty when the asker added it';
comment on column advice_asked.case_id is 'the case of that council, once it was asked';

-- The advice of a council: asked for (case of council-advice) or not (unsolicited-advice).
create table advice_given (
    case_id uuid primary key,
    request uuid references advice_request,
    council_id uuid not null,
    asked_on date,
    last_day date,
    question_version integer not null default 1,
    acknowledged_at timestamptz,
    answer text check (answer in ('advice', 'none', 'silent')),
    given_at timestamptz,
    late boolean not null default false,
    reason text,
    consensus boolean,
    votes_for integer,
    votes_against integer,
    votes_abstained integer,
    minority text,
    chair text,
    secretary text,
    not_legal boolean not null default false,
    joint_with uuid[] not null default '{}',
    asked_again boolean not null default false,
    more_time text check (more_time in ('asked', 'granted', 'refused')),
    more_until date,
    withdrawn boolean not null default false,
    unique (request, council_id)
);

comment on column advice_request.early_reason is 'why it was decided before the terms of the councils were over, or none';
comment on column advice_given.asked_again is 'the question changed after it answered, and the term began anew';
comment on column advice_given.more_until is 'the last day that it asked for when it needed more time';
comment on column advice_given.withdrawn is 'the question was withdrawn, or the case of the council was stopped: no answer is awaited';
comment on column advice_given.joint_with is 'the other councils that gave this advice; its points are with the one that sent it';
comment on column advice_given.request is 'none for advice that nobody asked for';
comment on column advice_given.answer is 'none while it is awaited; silent when the term passed without an answer';
comment on column advice_given.not_legal is 'its composition was broken when it was sent: no legal advice';
comment on column advice_given.reason is 'why a council gives no advice, when it says so';

create index advice_given_request on advice_given (request);
create index advice_given_council on advice_given (council_id, asked_on);

-- One reply answers one point or several that say the same.
create table advice_reply (
    id uuid primary key,
    case_id uuid not null,
    title text,
    outcome text check (outcome in ('followed', 'partly', 'not', 'answered', 'passed-on', 'noted')),
    reason text not null default '',
    place text not null default '',
    passed_to text,
    passed_until date,
    passed_case uuid,
    version integer not null default 0,
    changed_at timestamptz,
    changed_by text
);

comment on table advice_reply is 'of the case of the request, or of the unsolicited advice';
comment on column advice_reply.title is 'of a group of points; none when it answers one';
comment on column advice_reply.outcome is 'none while it is a draft';
comment on column advice_reply.place is 'where in the new text a followed point stands';
comment on column advice_reply.passed_to is 'role that it was passed on to';

create index advice_reply_case on advice_reply (case_id);

create table advice_point (
    id uuid primary key,
    advice uuid not null references advice_given,
    number integer not null,
    topic text not null,
    text text not null,
    kind text not null check (kind in ('positive', 'condition', 'negative', 'question')),
    page text not null default '',
    question_version integer not null default 1,
    reply uuid references advice_reply,
    unique (advice, number)
);

comment on column advice_point.question_version is 'of the question that it was made on';

create index advice_point_reply on advice_point (reply);
