-- What is held about a person, for an extract: invitations and attendance, what the person has taken on and reported, and what
-- the person has written. Also for the person. What a secrecy mark shuts stays shut to the person too.
create or replace function meeting.invitations_of_person(wanted bigint)
        returns table (name text, starts_at timestamptz, role text, came boolean)
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select m.name_sv, m.starts_at, i.role, i.came from meeting.invited i join meeting.meeting m on m.id = i.meeting
    where i.person = wanted and (select access.may_extract(wanted))
    order by m.starts_at
$$;
create function meeting.assignments_of_person(wanted bigint)
        returns table (meeting text, what text, due date, made_at timestamptz, done boolean)
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select m.name_sv, a.what, a.due, a.made_at,
        exists (select from meeting.report r where r.assignment = a.id and r.done)
    from meeting.assignment a join meeting.meeting m on m.id = a.meeting
    where a.person = wanted and a.removed_at is null and (select access.may_extract(wanted))
    order by a.made_at, a.id
$$;
-- A facilitator's working notes are the writer's alone: they come out to the writer, and to nobody who makes an extract.
create function meeting.paragraphs_of_person(wanted bigint)
        returns table (meeting text, kind text, made_at timestamptz, words text)
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select m.name_sv, p.kind, p.made_at,
        case when p.id = any ((select records.shut_fields('meeting-paragraph', 'words'))::bigint[]) then '' else w.words end
    from meeting.paragraph p join meeting.meeting m on m.id = p.meeting
    join meeting.paragraph_words w on w.paragraph = p.id
    where p.made_by = wanted and (select access.may_extract(wanted))
      and (p.scope = 'SHARED' or p.made_by = access.person())
    order by p.made_at, p.id
$$;
