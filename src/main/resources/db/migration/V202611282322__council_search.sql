alter table council_council add column findable tsvector generated always as (search_stems(words)) stored;
drop index council_council_words;
create index council_council_findable on council_council using gin (findable) with (fastupdate = off);
create index council_council_like on council_council using gin (search_plain(name) gin_trgm_ops) with (fastupdate = off);

alter table council_membership add column findable tsvector generated always as (search_words(name)) stored;
create index council_membership_findable on council_membership using gin (findable) with (fastupdate = off);
create index council_membership_like on council_membership using gin (search_plain(name) gin_trgm_ops) with (fastupdate = off);

-- a council's years are read by the day that an event tells of, which may lie long before it was written down
create function council_event_day(at timestamptz, args jsonb, zone text) returns timestamptz
    language sql stable parallel safe
return coalesce(
    cast(substring(coalesce(args ->> 'day', args ->> 'from', args ->> 'on') from '^\d{4}-\d{2}-\d{2}$') as date)
        :: timestamp at time zone zone, at);
