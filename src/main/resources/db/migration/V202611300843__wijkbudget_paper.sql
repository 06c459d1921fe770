-- Voting on paper: numbered cards, and sheets that two people enter and a third one decides where they differ.
create table wijkbudget_card (
    round uuid not null references wijkbudget_round,
    number integer not null,
    area_id uuid not null references identity_area,
    address_hash bytea,
    state text not null default 'OUT' check (state in ('OUT', 'IN', 'REFUSED')),
    reason text,
    primary key (round, number)
);

comment on column wijkbudget_card.address_hash is 'of the mail address of its holder, when they gave one: who votes on paper does not vote online too';
comment on column wijkbudget_card.state is 'OUT: given; IN: came back, checked and laid apart from its sheet; REFUSED: its sheet stays closed';

create table wijkbudget_batch (
    id uuid primary key,
    round uuid not null references wijkbudget_round,
    area_id uuid not null references identity_area,
    number integer not null,
    sheets integer not null,
    first_by uuid,
    second_by uuid,
    done boolean not null default false,
    unique (round, number)
);

comment on column wijkbudget_batch.sheets is 'how many lie in the pile; each has its place in it and no name';

create table wijkbudget_sheet (
    batch uuid not null references wijkbudget_batch,
    entry integer not null check (entry between 1 and 3),
    position integer not null,
    line text not null,
    primary key (batch, entry, position)
);

comment on column wijkbudget_sheet.line is 'numbers of projects, or the letter of the reason why it does not count';
comment on column wijkbudget_sheet.entry is '1 and 2: by two people; 3: what somebody else decided where these differ';
