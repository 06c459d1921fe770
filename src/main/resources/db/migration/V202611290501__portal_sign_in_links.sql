-- Several links of an address work at a time: people open the older mail.
alter table portal_sign_in drop constraint portal_sign_in_pkey;
alter table portal_sign_in drop constraint portal_sign_in_link_key;
alter table portal_sign_in add primary key (link);
create index portal_sign_in_address on portal_sign_in (address);
