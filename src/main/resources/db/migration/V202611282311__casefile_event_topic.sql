-- what an entry is about ("task" of "task.done"), by which a timeline is narrowed
alter table casefile_event
    add column topic text not null generated always as (split_part(kind, '.', 1)) stored;

create index casefile_event_topic on casefile_event (case_id, topic, id desc);
