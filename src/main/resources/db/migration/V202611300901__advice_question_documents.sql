-- With which version of the question a document went to the councils.
create table advice_question_document (
    request uuid not null references advice_request,
    document uuid not null,
    version integer not null,
    primary key (request, document)
);

-- what stood in the dossier of a request on the day that it went out, went along
insert into advice_question_document (request, document, version)
select r.case_id, d.id, 1
  from advice_request r join casefile_document d on d.case_id = r.case_id
 where r.sent_on is not null and d.kind = 'ATTACHMENT' and d.at < r.sent_on + 1;
