-- The council that a letter or mail was for: a case may go to another one later.
alter table correspondence_letter add column council uuid;
alter table correspondence_message add column council uuid;

-- Of what went out before a case moved nobody knows any more which council got it: it is shown to none.
update correspondence_letter l set council = c.council_id from casefile_case c
where c.id = l.case_id and not exists
  (select 1 from casefile_event t where t.case_id = c.id and t.kind = 'case.moved' and t.at > l.written_at);
update correspondence_message m set council = c.council_id from casefile_case c
where c.id = m.case_id and not exists
  (select 1 from casefile_event t where t.case_id = c.id and t.kind = 'case.moved' and t.at > m.queued_at);
update correspondence_message m set council = p.council from correspondence_prompt p where p.id = m.prompt;

create index correspondence_letter_council on correspondence_letter (council, case_id);
create index correspondence_message_council on correspondence_message (council, sent_at) where state = 'SENT';
