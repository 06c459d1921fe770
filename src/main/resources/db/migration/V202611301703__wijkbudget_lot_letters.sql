-- Letters of a second print get the numbers after those of the first.
create table wijkbudget_lot_letters (
    round uuid primary key references wijkbudget_round,
    printed integer not null
);

comment on column wijkbudget_lot_letters.printed is 'the last number on a letter of this round';
