-- A lot that was fixed wrongly is begun anew before the draw; what was published of it stays public, with the reason.
create table wijkbudget_lot_restart (
    id integer generated always as identity primary key,
    round uuid not null references wijkbudget_round,
    commitment text not null,
    fixed_on date not null,
    restarted_on date not null,
    why text not null,
    kept_by text not null
);

create index wijkbudget_lot_restart_round on wijkbudget_lot_restart (round);

comment on column wijkbudget_lot_restart.commitment is 'hash of a seed that was never shown and is gone';
