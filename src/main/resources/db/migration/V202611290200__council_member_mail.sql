-- who signs in by mail is found by the address
create index council_membership_email on council_membership (lower(email)) where email is not null;
