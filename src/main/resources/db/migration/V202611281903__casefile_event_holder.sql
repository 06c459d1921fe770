-- in whose place somebody acted, by id: who acts in somebody's place judges no work of their own
alter table casefile_event add column on_behalf_of_id uuid;
