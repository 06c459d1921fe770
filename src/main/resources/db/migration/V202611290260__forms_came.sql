-- an answer of a council that an official entered: how it came in, from whom, on which day
alter table forms_submission
    add column came_by text check (came_by in ('PAPER', 'PHONE')),
    add column came_from text,
    add column came_on date,
    add column came_note text;
