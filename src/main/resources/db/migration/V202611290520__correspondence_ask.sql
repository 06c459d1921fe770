-- New links that were asked for, whether there is such a question or not; looked at within seconds, and gone then.
create table correspondence_ask (
    id bigint generated always as identity primary key,
    prompt uuid not null
);
