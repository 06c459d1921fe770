-- Panels by lot: the rule and the candidates, a seed that is fixed before, and who drops out afterwards. All else follows from these.
create table wijkbudget_lot (
    round uuid primary key references wijkbudget_round,
    seed text not null,
    commitment text not null,
    criteria text not null,
    members integer not null,
    reserves integer not null,
    candidates text not null,
    drawn_at timestamptz,
    drawn_by text
);

comment on column wijkbudget_lot.seed is 'shown to nobody before the draw';
comment on column wijkbudget_lot.criteria is 'a line for each value of a criterion: criterion;value;inhabitants';
comment on column wijkbudget_lot.candidates is 'a CSV as it was brought: a number and a value for each criterion; no name';

create table wijkbudget_lot_dropped (
    round uuid not null references wijkbudget_lot,
    position integer generated always as identity,
    candidate text not null,
    primary key (round, position)
);
