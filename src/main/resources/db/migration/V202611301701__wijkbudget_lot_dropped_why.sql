-- Who drops out of a panel by lot does so for a reason, told by somebody.
alter table wijkbudget_lot_dropped
    add column why text,
    add column dropped_on date,
    add column dropped_by text;

comment on column wijkbudget_lot_dropped.why is 'for the office only; none of who dropped out before it was asked';
