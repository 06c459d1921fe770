-- Names are found by their beginnings and by what looks like them. The indexes keep no list of what is still to be added ("fastupdate"):
-- until it is tidied up the planner reads the table instead.
create extension if not exists pg_trgm;

-- Text as it is searched: small letters and digits, no accents, one space between words; like SearchWords, for what the database
-- reads itself. The functions name what they use when they are made, so that a copy of the database can be put back.
create function search_plain(text) returns text language sql immutable strict parallel safe
return trim(regexp_replace(
    lower(regexp_replace(normalize(left($1, 20000), NFKD), '[\u0300-\u036f]+', '', 'g')),
    '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f]+', ' ', 'g'));

-- words of a text and their Dutch stems: "wijkraden" is found by "wijkraad"
create function search_words(text) returns tsvector language sql immutable strict parallel safe
return strip(to_tsvector('simple', search_plain($1)) || to_tsvector('dutch', search_plain($1)));

-- the same for words that stand in their row already
create function search_stems(tsvector) returns tsvector language sql immutable strict parallel safe
return strip($1 || to_tsvector('dutch', array_to_string(tsvector_to_array($1), ' ')));

-- All words of what somebody asks, each by its beginning or its stem; nothing when there is no word in it.
create function search_query(text) returns tsquery language sql immutable strict parallel safe
return (
    select string_agg('(''' || word || ''':*'
            || case when numnode(stem) > 0 then ' | (' || stem::text || ')' else '' end || ')', ' & ')::tsquery
    from (select left(word, 100) as word from unnest(string_to_array(search_plain($1), ' ')) word limit 40) asked,
        lateral plainto_tsquery('dutch', word) stem
    where word <> '');

-- the word by which an index is asked for names that look like all of them
create function search_longest(text) returns text language sql immutable strict parallel safe
return (select word from unnest(string_to_array(search_plain($1), ' ')) word order by length(word) desc, word limit 1);

alter table casefile_case add column findable tsvector generated always as (search_stems(words)) stored;
drop index casefile_case_words;
create index casefile_case_findable on casefile_case using gin (findable) with (fastupdate = off);

alter table casefile_document add column findable tsvector generated always as (search_words(name)) stored;
create index casefile_document_findable on casefile_document using gin (findable) with (fastupdate = off) where case_id is not null;

alter table casefile_event add column findable tsvector generated always as (search_words(detail)) stored;
create index casefile_event_findable on casefile_event using gin (findable) with (fastupdate = off) where detail is not null;
