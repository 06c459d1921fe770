alter table identity_person add column findable tsvector generated always as (search_words(name)) stored;
create index identity_person_findable on identity_person using gin (findable) with (fastupdate = off);
create index identity_person_like on identity_person using gin (search_plain(name) gin_trgm_ops) with (fastupdate = off);
