-- Who is writing in an analysis now, and in which part of it: whoever has typed in its form within the last minute and not sent it.
-- Told to those who write in it, and to nobody else.
create function analysis.writing(wanted bigint) returns table (place text, name text) language sql stable security definer
    set search_path = analysis, pg_temp as $$
    select distinct 'part-' || coalesce(
            substring(d.form from '/parts/(\d{1,18})$'), substring(d.form from '/parts#[A-Z]+-(\d{1,18})$'), '0'), p.name
    from discussion.draft d join access.person p on p.id = d.person
    where d.kept_at > now() - interval '1 minute' and d.person <> access.person()
      and (d.form like '/analyses/' || wanted || '/parts/%' or d.form like '/analyses/' || wanted || '/parts#%')
      and d.form not like '%/places%' and wanted = any (analysis.written())
      and not exists (select from shared.sent_form s where s.token = d.token and s.person = d.person)
    order by 1, 2
$$;
