-- What does not stand any more in an analysis goes by its rule, once nobody has written in it for long: texts that were replaced
-- or not saved, and parts that were removed, of which the row stays without its words. What was adopted is kept.
create function analysis.working_texts_at_rest(by_day date, most int) returns table (id bigint, title text, rested_on date)
    language sql stable security definer set search_path = analysis, pg_temp as $$
    select * from (
        select a.id, u.name, (select max((greatest(p.changed_at, p.removed_at) at time zone 'Europe/Stockholm')::date)
            from analysis.part p where p.analysis = a.id) as rested_on
        from analysis.analysis a join organisation.unit u on u.id = a.unit
        where (select access.everywhere('DISPOSE_RECORDS')) and exists (
            select from analysis.part p where p.analysis = a.id and (
                exists (select from analysis.kept_text k where k.part = p.id)
                or p.removed_at < now() - interval '30 days' and p.title <> '–'))) s
    where s.rested_on <= by_day order by s.rested_on, s.id limit most
$$;
create function analysis.dispose_working_texts(wanted bigint[]) returns void language plpgsql security definer
    set search_path = analysis, pg_temp as $$
declare
    gone bigint[];
begin
    if not access.everywhere('DISPOSE_RECORDS') then
        return;
    end if;
    delete from analysis.kept_text k using analysis.part p where p.id = k.part and p.analysis = any (wanted);
    select coalesce(array_agg(p.id), '{}') into gone from analysis.part p
        where p.analysis = any (wanted) and p.removed_at < now() - interval '30 days';
    delete from analysis.part_words w where w.part = any (gone);
    delete from analysis.origin o where o.part = any (gone);
    update analysis.part set title = '–', source = '' where id = any (gone);
end $$;
insert into records.retention_rule (kind, years, reason, legal_ground) values
    ('analysis-working-texts', 3, 'Texter som har ersatts eller tagits bort är arbetsmaterial. Den fastställda analysen bevaras.',
        'Tryckfrihetsförordningen 2 kap. 12 §; arkivlagen (1990:782) 10 §'),
    ('adopted-analysis', null, 'Den fastställda nulägesanalysen är grunden för åtgärderna.', 'Arkivlagen (1990:782) 3 §');

-- What somebody has written in analyses, and which have been opened to somebody, for the extract of one person.
create function analysis.parts_of_person(wanted bigint) returns table (unit text, kind text, title text, at timestamptz)
    language sql stable security definer set search_path = analysis, pg_temp as $$
    select u.name, p.kind, p.title, p.made_at
    from analysis.part p join analysis.analysis a on a.id = p.analysis join organisation.unit u on u.id = a.unit
    where (select access.may_extract(wanted)) and wanted in (p.made_by, p.changed_by)
    union all
    select u.name, 'OPENED', '', o.made_at
    from analysis.opening o join analysis.analysis a on a.id = o.analysis join organisation.unit u on u.id = a.unit
    where (select access.may_extract(wanted)) and o.person = wanted
    order by 4
$$;
