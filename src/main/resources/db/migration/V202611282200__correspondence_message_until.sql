-- a reminder of a term that is over would say what isn't true any more: it is withdrawn instead of sent
alter table correspondence_message add column until timestamptz;
