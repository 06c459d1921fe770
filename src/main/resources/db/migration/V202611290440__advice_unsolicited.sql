-- Who replies to advice that nobody asked for; of asked advice it is who asked.
alter table advice_given add column responsible text;

comment on column advice_given.responsible is 'role, or role@scope, of who replies to unsolicited advice; none until the office appoints it';
