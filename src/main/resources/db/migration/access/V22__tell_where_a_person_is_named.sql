-- Where in the whole system one person stands: every column of every room that holds somebody, found in the database's own
-- catalogue, so that no room can be forgotten. For those who may make an extract; only how many rows, and between which days.

-- The columns that hold a person: by a reference, by who was acting, or by a name that says so.
create function access.columns_of_people() returns table (room text, kept_in text, how text, dated text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select n.nspname::text, c.relname::text, a.attname::text, (
        select m.attname::text from pg_attribute m
        where m.attrelid = c.oid and m.attname in ('made_at', 'at', 'created_at', 'asked_at', 'begun_at')
          and m.atttypid = 'timestamptz'::regtype order by m.attnum limit 1)
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p') and not c.relispartition
    join pg_namespace n on n.oid = c.relnamespace and n.nspname !~ '^(pg_|information_schema)'
    where a.attnum > 0 and not a.attisdropped and a.atttypid = 'bigint'::regtype
      and (n.nspname, c.relname) <> ('access', 'person')
      and (a.attname in ('person', 'actor') or a.attname ~ '_by$'
        or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey)
            and k.confrelid = 'access.person'::regclass))
    order by 1, 2, 3
$$;

create function access.places_of_person(wanted bigint) returns table (room text, kept_in text, how text, many bigint,
        first timestamptz, latest timestamptz)
    language plpgsql stable security definer set search_path = access, pg_temp as $$
declare
    place record;
begin
    if not access.everywhere('EXTRACT_PERSON') then
        return;
    end if;
    for place in select * from access.columns_of_people() loop
        room := place.room;
        kept_in := place.kept_in;
        how := place.how;
        execute format('select count(*), %1$s, %2$s from %3$I.%4$I where %5$I = $1',
                case when place.dated is null then 'null::timestamptz' else format('min(%I)', place.dated) end,
                case when place.dated is null then 'null::timestamptz' else format('max(%I)', place.dated) end,
                place.room, place.kept_in, place.how)
            into many, first, latest using wanted;
        if many > 0 then
            return next;
        end if;
    end loop;
end
$$;
revoke execute on function access.columns_of_people() from public;
