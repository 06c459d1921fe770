-- The hash of a seed proves something only when it was public before the draw.
alter table wijkbudget_lot add column fixed_on date;

update wijkbudget_lot l
   set fixed_on = coalesce((select max(e.at)::date from casefile_event e where e.case_id = l.round and e.kind = 'wijkbudget.lot-fixed'),
                           drawn_at::date, current_date);

alter table wijkbudget_lot alter column fixed_on set not null;

comment on column wijkbudget_lot.fixed_on is 'the draw is on a later day';
