-- who did a step and for whom, by id: who judged does not decide
alter table casefile_step
    add column actor_id        uuid,
    add column on_behalf_of_id uuid;

-- what was done before this was known by name only
update casefile_step step set actor_id = person.id from identity_person person
where step.type = 'userTask' and step.left_at is not null and step.actor_name = person.name;
update casefile_step step set on_behalf_of_id = person.id from identity_person person
where step.type = 'userTask' and step.left_at is not null and step.on_behalf_of = person.name;
