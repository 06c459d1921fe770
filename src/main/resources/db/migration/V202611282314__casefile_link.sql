create table casefile_link (
    id bigint generated always as identity primary key,
    case_id uuid not null references casefile_case,
    other_id uuid not null references casefile_case,
    kind text not null check (kind in ('FOLLOWS', 'SAME_SUBJECT', 'RENEWAL', 'WITHDRAWAL')),
    -- why somebody linked them; none for what follows from the cases themselves
    reason text,
    at timestamptz not null,
    actor_name text not null,
    check (case_id <> other_id)
);

create unique index casefile_link_pair on casefile_link (least(case_id, other_id), greatest(case_id, other_id));
create index casefile_link_case on casefile_link (case_id, id desc);
create index casefile_link_other on casefile_link (other_id, id desc);
