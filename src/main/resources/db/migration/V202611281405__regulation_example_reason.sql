-- why an example value is what it is, in Dutch and in English; none when the article is known, or for what was kept before
alter table regulation_parameter add column reason text, add column reason_en text;
alter table casefile_line add column reason text, add column reason_en text;
