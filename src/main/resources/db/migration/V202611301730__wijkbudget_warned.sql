-- The last phase of which the model said that ideas are not decided.
alter table wijkbudget_round add column warned varchar(16);
