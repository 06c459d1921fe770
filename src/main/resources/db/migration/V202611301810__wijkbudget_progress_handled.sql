-- What who leads a project wrote waits until the office says what became of it.
alter table wijkbudget_progress add column handled_on date;

comment on column wijkbudget_progress.handled_on is 'when the office read it as no news for the site; none where it is on the site, was, or still waits';

-- until now the office put only the newest on the site: what came before was passed over, but for a report
update wijkbudget_progress passed set handled_on = (
    select min(later.public_on) from wijkbudget_progress later
     where later.project = passed.project and later.at > passed.at and later.milestone is null)
 where public_on is null and hidden_on is null and not report;
