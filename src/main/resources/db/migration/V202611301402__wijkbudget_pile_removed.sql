-- A pile that was thrown away keeps its number; who decided where two people read something else stays known.
alter table wijkbudget_batch add column third_by uuid;
alter table wijkbudget_batch add column removed boolean not null default false;

comment on column wijkbudget_batch.third_by is 'who decided where the first two read something else';
comment on column wijkbudget_batch.removed is 'thrown away to begin anew: its sheets lie in another pile';
