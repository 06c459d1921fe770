-- what changed for each task of a case that went along: its name and its term before and after
alter table designer_move_case add column shifts jsonb not null default '[]';
