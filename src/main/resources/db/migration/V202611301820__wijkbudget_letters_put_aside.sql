-- why a letter need not be brought any more; none while it has to be, and when it was
alter table wijkbudget_letter add column aside_why text;
