-- Photos of ideas that everybody may see, made anew of what was sent: without where and when they were taken.
create table wijkbudget_photo (
    case_id uuid not null references wijkbudget_proposal,
    position integer not null,
    jpeg bytea not null,
    primary key (case_id, position)
);
