-- Documents by how far they came: what was adopted or shared is kept; a draft that was neither, nor put up for signature, is
-- working material and goes by its rule with its versions and files, once nobody has written in it for long.
create function records.is_disposing() returns boolean language sql stable as $$
    select current_user <> 'samverkan_app' and coalesce(current_setting('samverkan.disposing', true), '') = 'records'
$$;
drop trigger stands on records.document_version;
create trigger stands before update or delete on records.document_version
    for each statement when (not records.is_disposing()) execute function shared.refuse_change();
create trigger stays before truncate on records.document_version
    for each statement execute function shared.refuse_change();
drop trigger stands on records.let_in;
create trigger stands before update or delete on records.let_in
    for each statement when (not records.is_disposing()) execute function shared.refuse_change();
create trigger stays before truncate on records.let_in
    for each statement execute function shared.refuse_change();

create function records.drafts_at_rest(by_day date, most int) returns table (id bigint, title text, rested_on date)
    language sql stable security definer set search_path = records, pg_temp as $$
    select * from (
        select d.id, (array_agg(v.title order by v.number desc))[1], max((v.made_at at time zone 'Europe/Stockholm')::date) as rested_on
        from records.document d join records.document_version v on v.document = d.id
        where (select access.everywhere('DISPOSE_RECORDS'))
          and not exists (select from records.adoption a where a.document = d.id)
          and not exists (select from records.share s where s.document = d.id)
          and not exists (select from records.registration r where r.document = d.id)
        group by d.id) s
    where s.rested_on <= by_day order by s.rested_on, s.id limit most
$$;
create function records.dispose_drafts(wanted bigint[]) returns void language plpgsql security definer
    set search_path = records, pg_temp as $$
declare
    going bigint[];
    kept_in bigint[];
begin
    if not access.everywhere('DISPOSE_RECORDS') then
        return;
    end if;
    perform set_config('samverkan.disposing', 'records', true);
    select coalesce(array_agg(d.id), '{}') into going from records.document d
    where d.id = any (wanted)
      and not exists (select from records.adoption a where a.document = d.id)
      and not exists (select from records.share s where s.document = d.id)
      and not exists (select from records.registration r where r.document = d.id);
    select coalesce(array_agg(distinct f.file), '{}') into kept_in from records.document_file f where f.document = any (going);
    delete from records.let_in l using records.narrowing n where n.id = l.narrowing and n.document = any (going);
    delete from records.narrowing n where n.document = any (going);
    delete from records.secrecy_mark m where m.document = any (going);
    delete from records.aside a where a.document = any (going);
    delete from records.opening o where o.document = any (going);
    delete from records.document_file f where f.document = any (going);
    delete from records.document_version v where v.document = any (going);
    delete from records.document d where d.id = any (going);
    delete from records.file f where f.id = any (kept_in)
      and not exists (select from records.document_file o where o.file = f.id);
    perform set_config('samverkan.disposing', '', true);
end $$;
insert into records.retention_rule (kind, years, reason, legal_ground) values
    ('document-drafts', 2, 'Ett utkast som varken har fastställts eller delats är arbetsmaterial.',
        'Tryckfrihetsförordningen 2 kap. 12 §; arkivlagen (1990:782) 10 §'),
    ('adopted-documents', null, 'Det som är fastställt visar vad som gällde.', 'Arkivlagen (1990:782) 3 §'),
    ('shared-documents', null, 'Det som är delat är expedierat eller inkommet och hör till ärendet.',
        'Arkivlagen (1990:782) 3 §; tryckfrihetsförordningen 2 kap. 9 och 10 §§');
