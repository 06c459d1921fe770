-- How often a link is asked counts by day: who lost the mail can ask again tomorrow.
alter table wijkbudget_voter add column asked_on date;

comment on column wijkbudget_voter.asked_on is 'the day that the link was asked last; none of who votes on paper';
comment on column wijkbudget_voter.mails is 'how often it was asked on that day';
