-- who may act in whose place in a role; both dates are days on which they may
create table identity_delegation (
    id          uuid primary key,
    holder      uuid        not null references identity_person,
    deputy      uuid        not null references identity_person,
    role        text        not null,
    reason      text        not null,
    valid_from  date        not null,
    valid_until date        not null,
    ended_at    timestamptz,
    check (deputy <> holder),
    check (valid_until >= valid_from)
);
create index identity_delegation_holder on identity_delegation (holder, valid_until);
create index identity_delegation_deputy on identity_delegation (deputy, valid_until);
