create table casefile_case (
    id uuid primary key,
    -- given at the end of the transaction that opens the case, so that nobody waits for the counter longer than needed
    number text unique,
    code text not null,
    year int not null,
    trajectory text not null,
    title text not null,
    status text not null default 'OPEN' check (status in ('OPEN', 'CLOSED', 'WITHDRAWN', 'STOPPED')),
    outcome text,
    council_id uuid,
    area_id uuid,
    owner uuid,
    regulation_name text not null,
    regulation_version int not null,
    received date not null,
    on_paper boolean not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    words tsvector not null,
    version int not null default 0,
    check ((status = 'OPEN') = (closed_at is null))
);

create index casefile_case_newest on casefile_case (opened_at desc, id desc);
create index casefile_case_open on casefile_case (opened_at desc, id desc) where status = 'OPEN';
create index casefile_case_council on casefile_case (council_id, opened_at desc, id desc);
create index casefile_case_area on casefile_case (area_id, opened_at desc, id desc);
create index casefile_case_trajectory on casefile_case (trajectory, opened_at desc, id desc);
create index casefile_case_words on casefile_case using gin (words);
create index casefile_case_unnumbered on casefile_case (code, year) where number is null;

create table casefile_number (
    code text not null,
    year int not null,
    last int not null,
    primary key (code, year)
);

create function casefile_refuse_unnumbered() returns trigger language plpgsql as $$
begin
    if exists (select 1 from casefile_case where id = new.id and number is null) then
        raise exception 'case % has no number', new.id;
    end if;
    return null;
end $$;

create constraint trigger casefile_case_numbered after insert on casefile_case
    deferrable initially deferred for each row execute function casefile_refuse_unnumbered();
