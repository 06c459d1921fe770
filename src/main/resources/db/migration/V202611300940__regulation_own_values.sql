-- what the office calls a value that it added itself, in Dutch and in English; the texts of the product name the others
alter table regulation_parameter add column called text, add column called_en text;
-- who added it to this version: somebody else puts the version in force
alter table regulation_parameter add column added_by uuid;
