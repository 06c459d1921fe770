-- whether that person had signed in on that browser before
alter table identity_sign_in_attempt add column known boolean not null default false;
