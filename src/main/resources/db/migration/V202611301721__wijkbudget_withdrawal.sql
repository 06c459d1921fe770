alter table wijkbudget_proposal add column withdrawal uuid references casefile_document;

comment on column wijkbudget_proposal.withdrawal is 'scan of the signed letter by which its proposer takes it back; none by a link';
