-- a condition can rest on another case, such as that of an open forum
alter table grant_condition add column rests_on text;

comment on column grant_condition.rests_on is 'the number of that case; none where it rests on none';
