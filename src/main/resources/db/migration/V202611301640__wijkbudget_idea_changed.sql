-- what a proposer changes besides the words of an idea
alter table wijkbudget_proposal add column photos uuid[];
alter table wijkbudget_proposal add column asked integer not null default 0;
alter table wijkbudget_edit add column cost_cents bigint;

comment on column wijkbudget_proposal.photos is 'documents in the place of those that came with its form; none while they are the same';
comment on column wijkbudget_proposal.asked is 'how many its proposer asked to stand behind it after it was sent';
