-- remembers what every table holds now, and can put it back; triggers and foreign keys rest meanwhile
drop schema if exists at_start cascade;
create schema at_start;

do $$
declare
    name text;
    filled boolean;
begin
    for name in select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history' loop
        execute format('select exists (select from public.%I)', name) into filled;
        if filled then
            execute format('create table at_start.%I as table public.%1$I', name);
        end if;
    end loop;
end $$;

create procedure at_start.restore() language plpgsql as $$
declare
    name text;
    kept boolean;
    changed boolean;
    columns text;
begin
    set local session_replication_role = replica;
    for name, kept in
        select tablename, to_regclass(format('at_start.%I', tablename)) is not null
        from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'
    loop
        if not kept then
            execute format('select exists (select from public.%I)', name) into changed;
        else
            execute format(
                'select (select count(*) + coalesce(sum(hashtextextended(t::text, 0)), 0) from public.%I t)'
                    || ' <> (select count(*) + coalesce(sum(hashtextextended(t::text, 0)), 0) from at_start.%1$I t)',
                name) into changed;
        end if;
        if changed then
            execute format('delete from public.%I', name);
        end if;
        if changed and kept then
            select string_agg(quote_ident(column_name), ', ') into columns
            from information_schema.columns
            where table_schema = 'public' and table_name = name and is_generated = 'NEVER';
            execute format('insert into public.%I (%s) overriding system value select %2$s from at_start.%1$I', name, columns);
        end if;
    end loop;
end $$;
