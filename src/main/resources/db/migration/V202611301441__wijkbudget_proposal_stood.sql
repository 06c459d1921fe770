-- The day that everybody reads with what was decided about an idea.
alter table wijkbudget_proposal add column state_since timestamptz;

update wijkbudget_proposal p set state_since = c.closed_at from casefile_case c where c.id = p.case_id;

comment on column wijkbudget_proposal.state_since is 'when it came to stand where it stands; none before anything was decided';
