-- What is kept out of a publication, with why: the public side says so. Before, a text was hidden for personal data only.
create table advice_hidden_text (
    request uuid not null,
    text text not null,
    why text not null,
    primary key (request, text)
);

comment on column advice_hidden_text.request is 'case of the request, or of the unsolicited advice';
comment on column advice_hidden_text.text is
    'id of a point, case of a council for its reason and minority note, or a name of org.samenspraak.advice.PublicText';
comment on column advice_hidden_text.why is 'as org.samenspraak.advice.WhyHidden';

insert into advice_hidden_text (request, text, why)
select case_id, unnest(hidden_texts), 'PERSONAL' from advice_request
union all
select coalesce(request, case_id), case_id::text, 'PERSONAL' from advice_given where hidden
union all
select coalesce(g.request, g.case_id), p.id::text, 'PERSONAL'
  from advice_point p join advice_given g on g.case_id = p.advice where p.hidden;

alter table advice_request drop column hidden_texts;
alter table advice_given drop column hidden;
alter table advice_point drop column hidden;
