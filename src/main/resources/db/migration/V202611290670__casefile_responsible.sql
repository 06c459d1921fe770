-- whom a model entrusts its case to: a role, or role@scope
alter table casefile_case add column responsible text;
