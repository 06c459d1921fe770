-- whom or what a line is about, and which role; older lines say it in words only
alter table identity_audit add column subject uuid;
alter table identity_audit add column role_group text;
create index identity_audit_subject on identity_audit (subject, at desc) where subject is not null;
