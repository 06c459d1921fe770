-- who did a step and for whom, by id: who judged does not decide
alter table casefile_step
    add column actor_id        uuid,
    add column on_behalf_of_id uuid;
