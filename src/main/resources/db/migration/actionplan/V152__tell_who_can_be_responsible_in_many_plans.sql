-- Who can be responsible for something in each of several plans: one question, however many, as a list of many cases asks.
create function actionplan.colleagues(wanted bigint[]) returns table (plan bigint, id bigint, name text, roles text[])
    language sql stable security definer set search_path = actionplan, pg_temp as $$
    select a.id, p.id, p.name, array_agg(distinct s.role order by s.role)
    from actionplan.plan a
    join access.assignment s on s.unit = a.unit or (s.organisation = a.organiser and s.unit is null and s.partnership is null)
    join access.person p on p.id = s.person
    where a.id = any (wanted) and a.id = any ((select actionplan.known())::bigint[]) and not p.service
      and p.deleted_at is null and p.pseudonymised_at is null and coalesce(p.left_on, 'infinity') >= access.today()
      and s.deleted_at is null and s.valid_from <= access.today() and coalesce(s.valid_to, 'infinity') >= access.today()
    group by a.id, p.id, p.name
    order by p.name collate "sv-SE-x-icu", p.id
$$;
drop function actionplan.colleagues(bigint);
