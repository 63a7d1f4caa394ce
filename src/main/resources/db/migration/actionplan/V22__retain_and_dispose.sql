-- What does not stand any more in a plan goes by its rule, once nobody has written in it for long: texts that were replaced or not
-- saved, and parts that were removed, of which the row stays without its words. What was decided is kept.
create function actionplan.working_texts_at_rest(by_day date, most int) returns table (id bigint, title text, rested_on date)
    language sql stable security definer set search_path = actionplan, pg_temp as $$
    select * from (
        select a.id, u.name, (select max((greatest(p.changed_at, p.removed_at) at time zone 'Europe/Stockholm')::date)
            from actionplan.part p where p.plan = a.id) as rested_on
        from actionplan.plan a join organisation.unit u on u.id = a.unit
        where (select access.everywhere('DISPOSE_RECORDS')) and exists (
            select from actionplan.part p where p.plan = a.id and (
                exists (select from actionplan.kept_text k where k.part = p.id)
                or p.removed_at < now() - interval '30 days' and p.title <> '–'))) s
    where s.rested_on <= by_day order by s.rested_on, s.id limit most
$$;
create function actionplan.dispose_working_texts(wanted bigint[]) returns void language plpgsql security definer
    set search_path = actionplan, pg_temp as $$
begin
    if not access.everywhere('DISPOSE_RECORDS') then
        return;
    end if;
    delete from actionplan.kept_text k using actionplan.part p where p.id = k.part and p.plan = any (wanted);
    update actionplan.part set title = '–', words = '', fields = '{}'
        where plan = any (wanted) and removed_at < now() - interval '30 days';
end $$;
insert into records.retention_rule (kind, years, reason, legal_ground) values
    ('plan-working-texts', 3, 'Texter som har ersatts eller tagits bort är arbetsmaterial. Den beslutade planen bevaras.',
        'Tryckfrihetsförordningen 2 kap. 12 §; arkivlagen (1990:782) 10 §'),
    ('adopted-plan', null, 'Den beslutade åtgärdsplanen är det som parterna har åtagit sig.', 'Arkivlagen (1990:782) 3 §');

-- What somebody answers for or has written in plans, and which have been opened to somebody, for the extract of one person.
create function actionplan.parts_of_person(wanted bigint)
        returns table (unit text, kind text, title text, responsible boolean, at timestamptz)
    language sql stable security definer set search_path = actionplan, pg_temp as $$
    select u.name, p.kind, p.title, coalesce(p.responsible = wanted, false), p.made_at
    from actionplan.part p join actionplan.plan a on a.id = p.plan join organisation.unit u on u.id = a.unit
    where (select access.may_extract(wanted)) and (wanted in (p.made_by, p.changed_by) or p.responsible = wanted)
    union all
    select u.name, 'OPENED', '', false, o.made_at
    from actionplan.opening o join actionplan.plan a on a.id = o.plan join organisation.unit u on u.id = a.unit
    where (select access.may_extract(wanted)) and o.person = wanted
    order by 5
$$;
