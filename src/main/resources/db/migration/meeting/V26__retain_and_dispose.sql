-- What is working material of meetings goes by its rule, once the meeting has been closed or cancelled for long: facilitators'
-- own notes, drafts that nobody shared, what was removed, and what paragraphs said before. What was shared is kept.
create or replace function meeting.keep_closed() returns trigger language plpgsql as $$
begin
    if not meeting.is_disposing() and meeting.is_closed(coalesce(new.meeting, old.meeting)) then
        raise exception 'the meeting is closed' using errcode = 'check_violation';
    end if;
    return coalesce(new, old);
end $$;
drop trigger texts_stand on meeting.paragraph_text;
create trigger texts_stand before update or delete on meeting.paragraph_text
    for each row when (not meeting.is_disposing()) execute function meeting.forbid_change();

create function meeting.is_working_note(p meeting.paragraph) returns boolean language sql stable as $$
    select p.scope <> 'SHARED' or p.removed_at < now() - interval '30 days'
$$;
create function meeting.working_notes_at_rest(by_day date, most int) returns table (id bigint, title text, rested_on date)
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select * from (
        select m.id, m.name_sv, greatest((m.ends_at at time zone 'Europe/Stockholm')::date,
            (select max((t.made_at at time zone 'Europe/Stockholm')::date) from meeting.turn t where t.meeting = m.id),
            (select max((coalesce(p.changed_at, p.made_at) at time zone 'Europe/Stockholm')::date)
                from meeting.paragraph p where p.meeting = m.id)) as rested_on
        from meeting.meeting m
        where (select access.everywhere('DISPOSE_RECORDS')) and m.standing in ('CLOSED', 'CANCELLED')
          and exists (
            select from meeting.paragraph p where p.meeting = m.id
              and (meeting.is_working_note(p) or exists (select from meeting.paragraph_text t where t.paragraph = p.id)))) s
    where s.rested_on <= by_day order by s.rested_on, s.id limit most
$$;
create function meeting.dispose_working_notes(wanted bigint[]) returns void language plpgsql security definer
    set search_path = meeting, pg_temp as $$
declare
    gone bigint[];
begin
    if not access.everywhere('DISPOSE_RECORDS') then
        return;
    end if;
    perform set_config('samverkan.disposing', 'meeting', true);
    delete from meeting.paragraph_text t using meeting.paragraph p join meeting.meeting m on m.id = p.meeting
        where p.id = t.paragraph and m.id = any (wanted) and m.standing in ('CLOSED', 'CANCELLED');
    select coalesce(array_agg(p.id), '{}') into gone from meeting.paragraph p join meeting.meeting m on m.id = p.meeting
        where m.id = any (wanted) and m.standing in ('CLOSED', 'CANCELLED') and meeting.is_working_note(p);
    delete from meeting.paragraph_words w where w.paragraph = any (gone);
    delete from meeting.paragraph p where p.id = any (gone);
    perform set_config('samverkan.disposing', '', true);
end $$;
insert into records.retention_rule (kind, years, reason, legal_ground) values
    ('meeting-working-notes', 2, 'Egna anteckningar, utkast och det som har ersatts är arbetsmaterial. Det som delades bevaras.',
        'Tryckfrihetsförordningen 2 kap. 12 §; dataskyddsförordningen artikel 5.1 e (lagringsminimering)'),
    ('meeting-minutes', null, 'Minnesanteckningar och beslut visar hur samverkan gick till.', 'Arkivlagen (1990:782) 3 §');
