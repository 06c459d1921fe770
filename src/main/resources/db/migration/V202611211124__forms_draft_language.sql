-- "1.250" is another number in English than in Dutch
alter table forms_draft_field add column language text not null default 'nl';
alter table forms_draft_rival add column language text not null default 'nl';
