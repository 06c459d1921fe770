-- the work list is searched as cases are, by stems too
create or replace function tasklist_fill_in_case() returns trigger language plpgsql as $$
begin
    select c.number, c.title, c.trajectory, c.council_id, c.area_id,
           lower(coalesce(council.name, area.name, '')), c.findable || coalesce(council.findable, '')
      into new.case_number, new.case_title, new.trajectory, new.council_id, new.area_id, new.place, new.words
      from casefile_case c
      left join council_council council on council.id = c.council_id
      left join identity_area area on area.id = c.area_id
     where c.id = new.case_id;
    return new;
end $$;
update process_task set case_id = case_id;
