-- What was noted wrongly of a dialogue is struck, not deleted: who did so and why stays.
alter table wijkbudget_meeting
    add column struck_by text,
    add column struck_why text;

comment on column wijkbudget_meeting.struck_by is 'who struck it, so that it counts nowhere; a correction is a new row';
