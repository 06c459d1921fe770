-- a file that is out is withdrawn by two: one says that the bank did nothing with it, another one agrees
alter table ledger_batch add column doubted_at timestamptz;
alter table ledger_batch add column doubted_by uuid;
alter table ledger_batch add column doubted_name text;
alter table ledger_batch add column withdrawn_by uuid;
alter table ledger_batch add constraint ledger_batch_withdrawn_by_two
    check (taken_at is null or withdrawn_by is null or withdrawn_by <> doubted_by);

-- a payment keeps the id that the bank knows it by when it goes out again, so that the bank refuses a double; the bank returned it: a new one
alter table ledger_batch_line drop constraint ledger_batch_line_end_to_end_key;
create unique index ledger_batch_line_end_to_end on ledger_batch_line (end_to_end) where state <> 'WITHDRAWN';
