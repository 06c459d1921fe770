-- the same for sendings of the same questions, so that the one before is found at once
alter table forms_submission add column asked text;

update forms_submission sent
set asked = coalesce(
    (select json::json -> 'properties' ->> 'corrects' from forms_schema where sha256 = sent.schema),
    case when task_id is null then form_id else form_id || ' ' || element end);

alter table forms_submission alter column asked set not null;
create index forms_submission_asked on forms_submission (case_id, asked, seq desc);
