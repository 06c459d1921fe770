-- Each text of a request and its decision can be kept out of the publication by itself.
alter table advice_request add column hidden_texts text[] not null default '{}';

comment on column advice_request.hidden_texts is 'names of the texts that nobody reads on the public side, as org.samenspraak.advice.PublicText';
