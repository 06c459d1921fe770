-- An agreement may be kept by one named official instead of a group.
alter table grant_agreement add column owner_person uuid references identity_person;
alter table grant_agreement add constraint grant_agreement_owner check (owner_group is null or owner_person is null);
create index grant_agreement_person on grant_agreement (owner_person, due) where done_on is null and owner_person is not null;

comment on column grant_agreement.owner_group is 'role, or role@scope, of officials; with owner_person none when the council does it';
