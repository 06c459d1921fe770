-- The last day that a project had before it got more time: a project that was late stays seen so.
alter table wijkbudget_execution add column extended_from date;
