-- versions of one document share the id of the first; only the latest stands in lists
alter table casefile_document add column origin uuid references casefile_document;
alter table casefile_document add column version int not null default 1;
alter table casefile_document add column latest boolean not null default true;
alter table casefile_document
    add column audience text not null default 'OFFICE' check (audience in ('OFFICE', 'CONTACTS'));

update casefile_document set origin = id, audience = case kind when 'SCAN' then 'CONTACTS' else 'OFFICE' end;

alter table casefile_document alter column origin set not null;
create unique index casefile_document_version on casefile_document (origin, version);
create unique index casefile_document_one_latest on casefile_document (origin) where latest;
create index casefile_document_latest on casefile_document (case_id, at desc, id desc) where latest;
