-- Members whom chair and secretary let send for their council: the person, so not whoever has the address after them.
create table council_sender (
    membership_id uuid primary key references council_membership on delete cascade,
    chosen_at timestamptz not null,
    chosen_by text not null
);

insert into council_sender
select m.id, s.chosen_at, s.chosen_by
from portal_sender s join council_membership m on m.council_id = s.council and lower(m.email) = s.address
where m.until_day is null or m.until_day >= current_date;

drop table portal_sender;
