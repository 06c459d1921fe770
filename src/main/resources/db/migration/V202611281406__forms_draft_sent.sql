-- pages whose form was sent: what they were still saving must not bring the draft back
create table forms_draft_sent (
    page text primary key,
    remove_on date not null
);

create index forms_draft_sent_remove_on on forms_draft_sent (remove_on);
