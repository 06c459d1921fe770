-- A council that splits has several successors; councils that merge have one in common.
create table council_successor (
    council_id uuid not null references council_council,
    successor_id uuid not null references council_council,
    primary key (council_id, successor_id),
    check (council_id <> successor_id)
);
create index council_successor_of on council_successor (successor_id);
insert into council_successor select id, successor from council_council where successor is not null;
alter table council_council drop column successor;
