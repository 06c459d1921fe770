-- an answer that came back by post; who was asked may have no mail address
alter table wijkbudget_survey_asked add column on_paper boolean not null default false;
comment on table wijkbudget_survey_asked is 'proposers, one for each address: for the reminder and for one answer each';
