-- A stranger who asks for a link makes none of an earlier mail useless: each works until it is used or over.
alter table portal_sign_in drop constraint portal_sign_in_pkey;
alter table portal_sign_in drop constraint portal_sign_in_link_key;
alter table portal_sign_in add primary key (link);
