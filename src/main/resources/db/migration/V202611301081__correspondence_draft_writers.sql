-- who wrote in a draft: who designs as well as administers lets somebody else publish it
alter table correspondence_text_draft add column writers uuid[] not null default '{}';
