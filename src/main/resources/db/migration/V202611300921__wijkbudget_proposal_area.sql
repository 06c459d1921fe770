-- the timeline of a council shows the ideas in its area
create index wijkbudget_proposal_area on wijkbudget_proposal (area_id);
