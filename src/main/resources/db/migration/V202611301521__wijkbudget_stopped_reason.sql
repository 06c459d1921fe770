-- Why a round stopped: everybody reads it.
alter table wijkbudget_round add column stopped_reason text;
