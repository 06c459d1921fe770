alter table wijkbudget_proposal add column notice uuid;

comment on column wijkbudget_proposal.notice is 'mail that tells its proposer the last decision; everybody reads that decision once it left';

create index wijkbudget_proposal_merged on wijkbudget_proposal (merged_into) where merged_into is not null;

-- who was merged into an idea goes with it into its projects
with recursive family as (
    select project, proposal from wijkbudget_project_idea
    union
    select f.project, p.case_id from family f join wijkbudget_proposal p on p.merged_into = f.proposal
)
insert into wijkbudget_project_idea (project, proposal) select project, proposal from family on conflict do nothing;
