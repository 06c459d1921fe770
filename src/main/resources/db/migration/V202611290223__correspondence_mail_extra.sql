-- what goes with a mail: a date for the reader's calendar, or the council whose news it is
create table correspondence_mail_extra (
    message uuid primary key,
    calendar text,
    news_of uuid
);
