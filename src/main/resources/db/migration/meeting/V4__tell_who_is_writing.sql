-- Who is writing in a meeting now, and at which item of it: whoever has typed in a form of it within the last minute and not sent
-- it. Only those who write in the meeting are told, and only of what they would see once it is saved: of a working note nobody,
-- of a draft those who lead.
create function meeting.writing(wanted bigint) returns table (place text, name text) language sql stable security definer
    set search_path = meeting, pg_temp as $$
    with typed as (
        select d.person, d.content -> 'scope' ->> 0 as scope,
            substring(d.form from '#write-(\d{1,18})$')::bigint as item,
            substring(d.form from '/paragraphs/(\d{1,18})$')::bigint as paragraph
        from discussion.draft d
        where d.kept_at > now() - interval '1 minute' and d.person <> access.person()
          and d.form like '/meetings/' || wanted || '/paragraphs%'
          and wanted = any (meeting.written())
          and not exists (select from shared.sent_form s where s.token = d.token and s.person = d.person)
    ), placed as (
        select t.person, coalesce(t.item, p.agenda_item, 0) as item, coalesce(p.scope, t.scope, 'SHARED') as scope
        from typed t left join meeting.paragraph p on p.id = t.paragraph and p.meeting = wanted
        where t.paragraph is null or p.id is not null
    )
    select distinct 'item-' || w.item, p.name
    from placed w join access.person p on p.id = w.person
    where w.scope = 'SHARED' or (w.scope = 'DRAFT' and wanted = any (meeting.led()))
    order by 1, 2
$$;
