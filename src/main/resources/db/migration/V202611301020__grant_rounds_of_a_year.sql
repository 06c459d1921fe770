-- A year may have several rounds, each under its own regulation and with its own councils; a council is in one that runs.
drop index grant_round_year;
create index grant_round_year on grant_round (year) where closed_at is null;
create index grant_round_council_council on grant_round_council (council_id);
