-- who changed values of a version while it was written: somebody else puts it in force
alter table regulation_version add column writers uuid[] not null default '{}';
update regulation_version v
   set writers = array(select distinct added_by from regulation_parameter p
                        where p.name = v.name and p.version = v.version and added_by is not null);
alter table regulation_parameter drop column added_by;
