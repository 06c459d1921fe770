-- what was done a year later; the councils and everybody read it
alter table advice_request add column look_back text;
alter table advice_request add column looked_back_on date;
