-- What the city really spent on a milestone of a project that it carries out itself: the rest is not gone.
alter table wijkbudget_milestone add column spent bigint check (spent between 0 and cents);
