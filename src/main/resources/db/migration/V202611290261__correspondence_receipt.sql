-- the receipt of what was sent, as it was filed and mailed
create table correspondence_receipt (
    document uuid primary key,
    case_id uuid not null,
    -- the task that was answered; none for an application
    task_id text unique
);

create unique index correspondence_receipt_application on correspondence_receipt (case_id) where task_id is null;
