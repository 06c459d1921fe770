-- who follows the public side by mail: the link in it is theirs, and the mail goes when they end it
alter table correspondence_mail_extra add column follower uuid;
create index correspondence_mail_extra_follower on correspondence_mail_extra (follower) where follower is not null;
