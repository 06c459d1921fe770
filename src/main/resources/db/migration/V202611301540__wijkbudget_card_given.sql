-- the newest cards stand first in the list from which they are printed
alter table wijkbudget_card add column given_at timestamptz;
