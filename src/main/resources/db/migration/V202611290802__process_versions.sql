-- The versions of a trajectory in the order they were made; the engine keeps only their time, which two may share.
create table process_version (
    deployment text primary key,
    folder text not null,
    number integer not null,
    unique (folder, number)
);
insert into process_version (deployment, folder, number)
select id_, name_, row_number() over (partition by name_ order by deploy_time_, id_)
  from act_re_deployment where name_ is not null;
