-- Why the third person reads on a sheet what neither of the first two did.
alter table wijkbudget_sheet add column why text;
