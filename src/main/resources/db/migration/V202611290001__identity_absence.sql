-- one concept for both: somebody acts in a role of somebody else, or (no role) does all the work of who is away
alter table identity_delegation
    alter column role drop not null,
    -- only cases of these trajectories, in these areas and those inside them; none is all
    add column trajectories text[] not null default '{}',
    add column areas        uuid[] not null default '{}',
    -- who set it: the holder, their lead or an administrator
    add column given_by     uuid references identity_person;
update identity_delegation set given_by = holder;

-- whose team somebody is in: a lead sets who acts for them when they are away
alter table identity_person add column lead uuid references identity_person check (lead <> id);
create index identity_person_lead on identity_person (lead) where lead is not null;
