-- who got a link of a question before
create index correspondence_message_of_prompt on correspondence_message (prompt) where prompt is not null;
