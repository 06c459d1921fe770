-- Cards are given and printed together; their numbers are drawn, so that nobody can guess one.
alter table wijkbudget_card
    add column issue uuid,
    add column given_on date;

create index wijkbudget_card_issue on wijkbudget_card (round, issue);

comment on column wijkbudget_card.issue is 'with which others it was given; none of before numbers were drawn';
