-- A line says the name of the day and who gave more time. Names of holidays were not kept in older lines.
update deadlines_line
set args = args[1:2]
    || case args[2]
           when 'CLOSED' then coalesce((select name from deadlines_closing_day where day = args[1]::date), '–')
           when 'HOLIDAY' then 'unknown'
           else ''
       end
    || args[3:]
where kind in ('NOT_COUNTED', 'MOVED');

update deadlines_line line
set args = args || coalesce(
    (select event.actor_name from casefile_event event join deadlines_clock clock using (case_id)
     where clock.id = line.clock_id and event.kind = 'clock.extended' and event.detail = line.args[2] limit 1), '–')
where kind = 'EXTENDED';

-- Which day it was that closed or opened was not kept.
update deadlines_line set kind = 'UNTIL' where kind = 'CALENDAR';
