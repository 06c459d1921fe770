-- a council that is only told answers that it read it, or nothing
alter table advice_given drop constraint advice_given_answer_check;
alter table advice_given add constraint advice_given_answer_check
    check (answer in ('advice', 'none', 'silent', 'read', 'unread'));

comment on column advice_given.answer is
    'none while it is awaited; silent when the term passed without an answer; read or unread of a council that was only told';
