-- a file that was chosen in a form waits here until the form is sent
alter table casefile_document alter column case_id drop not null;

alter table casefile_document add column scan text not null default 'NONE';
alter table casefile_document alter column scan drop default;
alter table casefile_document add column scan_tried timestamptz;

create index casefile_document_waiting on casefile_document (scan_tried nulls first, at, id) where scan = 'WAITING';
