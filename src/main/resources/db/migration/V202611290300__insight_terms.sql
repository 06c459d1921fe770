-- the term that steps had beside the days that they took: all quarters are counted anew
alter table insight_days add column allowed int;
update insight_state set at = '-infinity';

-- Steps that run and are late.
create table insight_late (
    trajectory text not null,
    area_id uuid,
    process_key text not null,
    element text not null,
    cases int not null
);
