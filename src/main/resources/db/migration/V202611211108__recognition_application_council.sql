-- The council of an application is the council of its case, also when the case moves to another one.
alter table recognition_application drop column council_id;
