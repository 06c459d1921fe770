-- for who reads English; none for what was kept before
alter table casefile_step add column name_en text;
alter table casefile_line add column sentence_en text;
