-- The office may note that there is no advice, with why; an advice says of how many members it is.
alter table wijkbudget_project_advice add column members integer;
update wijkbudget_project_advice v set members = greatest(
    (select count(distinct r.person) from identity_role r join identity_person p on p.id = r.person and p.active
      where r.role = 'committee-dialoogkamer' and r.valid_from <= v.given_at::date
        and (r.valid_until is null or r.valid_until >= v.given_at::date)),
    (select count(distinct g.member) from wijkbudget_points g where g.project = v.project));
alter table wijkbudget_project_advice alter column members set default 0;
alter table wijkbudget_project_advice alter column members set not null;
alter table wijkbudget_project_advice alter column consensus drop not null;
alter table wijkbudget_project_advice drop constraint wijkbudget_project_advice_advice_check;
alter table wijkbudget_project_advice add constraint wijkbudget_project_advice_advice_check
    check (advice in ('positive', 'conditions', 'negative') and consensus is not null or advice = 'none' and few_why is not null);
comment on column wijkbudget_project_advice.members is 'how many the committee had';
comment on column wijkbudget_project_advice.few_why is 'why there is no advice, or why it was noted before most members spoke';
