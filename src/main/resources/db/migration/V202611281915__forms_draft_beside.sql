-- what somebody says of themselves under a form that isn't sent yet, such as their name; each reader of a shared draft their own
create table forms_draft_beside (
    key text not null,
    party text not null,
    reader text not null,
    texts jsonb not null,
    primary key (key, party, reader),
    foreign key (key, party) references forms_draft on delete cascade
);
