-- The replies to advice that nobody asked for are fixed when they are agreed, as those of a request are.
alter table advice_given add column agreed_at timestamptz;

comment on column advice_given.agreed_at is 'of advice that nobody asked for: when its replies were agreed; advice_request.agreed_at for all other';

-- What became of a point that was passed on.
alter table advice_reply
    add column passed_result text,
    add column passed_done_on date,
    add column passed_done_by text;

create index advice_reply_passed on advice_reply (passed_case) where passed_case is not null;

-- Points that were put together or taken apart, as they were before: what was done by mistake is undone.
create table advice_regrouping (
    id bigint generated always as identity primary key,
    case_id uuid not null,
    at timestamptz not null,
    by_name text not null,
    title text not null,
    points jsonb not null,
    replies jsonb not null,
    made jsonb not null
);

comment on column advice_regrouping.points is 'points and their replies before ({"id", "reply"})';
comment on column advice_regrouping.replies is 'rows of advice_reply before';
comment on column advice_regrouping.made is 'replies after and their versions ({"id", "version"})';

create index advice_regrouping_case on advice_regrouping (case_id, id desc);

-- Replies that somebody read in from a file, until they confirm them.
create table advice_sheet (
    case_id uuid not null,
    person uuid not null,
    at timestamptz not null,
    rows jsonb not null,
    primary key (case_id, person)
);
