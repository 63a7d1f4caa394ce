-- What somebody has written, said and chosen, for the extract of one person: also for the person.
create or replace function intervention.lessons_of_person(wanted bigint)
    returns table (title text, made_at timestamptz) language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select l.title, l.made_at from intervention.lesson l
    where (select access.may_extract(wanted)) and wanted in (l.made_by, l.changed_by) order by l.id
$$;
create or replace function intervention.commission_words_of_person(wanted bigint)
    returns table (title text, deed text, made_at timestamptz) language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select c.title, w.deed, w.made_at
    from intervention.commission_word w join intervention.commission c on c.id = w.commission
    where (select access.may_extract(wanted)) and w.made_by = wanted order by w.id
$$;
