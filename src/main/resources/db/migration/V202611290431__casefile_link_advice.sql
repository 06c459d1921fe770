alter table casefile_link drop constraint casefile_link_kind_check;
alter table casefile_link add constraint casefile_link_kind_check
    check (kind in ('FOLLOWS', 'SAME_SUBJECT', 'RENEWAL', 'WITHDRAWAL', 'ADVICE'));
