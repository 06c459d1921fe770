-- The work list is filtered and sorted by what the case says of itself. The database keeps that in the task's own row, in the
-- transaction of whoever changes a task, a case, a council or an area, so that one index serves filter and order.
alter table process_task
    add column case_number text,
    add column case_title text,
    add column trajectory text,
    add column council_id uuid,
    add column area_id uuid,
    -- what the list shows as council or area, to sort by
    add column place text,
    add column words tsvector,
    -- a task without an end date comes last
    add column due_order timestamptz not null generated always as (coalesce(due, 'infinity')) stored;

create function tasklist_fill_in_case() returns trigger language plpgsql as $$
begin
    select c.number, c.title, c.trajectory, c.council_id, c.area_id,
           lower(coalesce(council.name, area.name, '')), c.words || coalesce(council.words, '')
      into new.case_number, new.case_title, new.trajectory, new.council_id, new.area_id, new.place, new.words
      from casefile_case c
      left join council_council council on council.id = c.council_id
      left join identity_area area on area.id = c.area_id
     where c.id = new.case_id;
    return new;
end $$;
create trigger tasklist_case before insert or update on process_task
    for each row execute function tasklist_fill_in_case();

create function tasklist_case_changed() returns trigger language plpgsql as $$
begin
    update process_task set case_id = case_id where case_id = new.id;
    return null;
end $$;
create trigger tasklist_case_changed after update on casefile_case for each row
    when ((old.number, old.title, old.council_id, old.area_id, old.words)
        is distinct from (new.number, new.title, new.council_id, new.area_id, new.words))
    execute function tasklist_case_changed();

create function tasklist_council_changed() returns trigger language plpgsql as $$
begin
    update process_task set case_id = case_id where council_id = new.id;
    return null;
end $$;
create trigger tasklist_council_changed after update on council_council for each row
    when ((old.name, old.words) is distinct from (new.name, new.words)) execute function tasklist_council_changed();

create function tasklist_area_changed() returns trigger language plpgsql as $$
begin
    update process_task set case_id = case_id where area_id = new.id;
    return null;
end $$;
create trigger tasklist_area_changed after update on identity_area for each row
    when (old.name is distinct from new.name) execute function tasklist_area_changed();

update process_task set case_id = case_id;

-- one index per order, and per filter that holds few tasks in the order asked most
drop index process_task_due, process_task_assignee, process_task_council;
create index process_task_due on process_task (due_order, id);
create index process_task_created on process_task (created, id);
create index process_task_number on process_task (case_number, id);
create index process_task_place on process_task (place, id);
create index process_task_assignee on process_task (assignee, due_order, id) where assignee is not null;
create index process_task_waits_for_council on process_task (due_order, id) where for_council;
create index process_task_follow_up on process_task (follow_up) where follow_up is not null;
create index process_task_area on process_task (area_id, due_order, id);
create index process_task_council on process_task (council_id, due_order, id);
create index process_task_trajectory on process_task (trajectory, due_order, id);
create index process_task_element on process_task (element, due_order, id);
create index process_task_words on process_task using gin (words);
