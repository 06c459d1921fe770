-- Who counted does not confirm the count.
alter table wijkbudget_count add column counted_by_id uuid;

comment on column wijkbudget_count.counted_by_id is 'none for counts from before it was kept';
