alter table casefile_document
    drop constraint casefile_document_audience_check,
    add constraint casefile_document_audience_check check (audience in ('OFFICE', 'CONTACTS', 'COUNCIL'));

create index casefile_document_shared on casefile_document (case_id, at desc, id desc) where audience = 'COUNCIL' and latest;
