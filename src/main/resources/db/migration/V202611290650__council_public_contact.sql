-- What a chair or secretary agreed to show of themselves on the public page of their council. It is what they agreed to, word for word:
-- when the register says something else, nothing is shown.
create table council_public_contact (
    membership_id uuid primary key references council_membership on delete cascade,
    name text,
    mail text,
    agreed_at timestamptz not null,
    check (name is not null or mail is not null)
);
