-- Councils that were asked to join the advice of another council. Only their own answer makes it theirs: see advice_given.joint_with.
create table advice_joint (
    advice uuid not null references advice_given,
    council_id uuid not null,
    state text not null default 'asked' check (state in ('asked', 'joined', 'declined')),
    primary key (advice, council_id)
);

comment on column advice_joint.advice is 'case of the council that wrote the advice';
comment on column advice_joint.council_id is 'who was asked to join';

create index advice_joint_council on advice_joint (council_id) where state = 'asked';

comment on column advice_given.joint_with is 'the other councils that gave this advice, each by its own answer; its points are with the one that wrote it';
