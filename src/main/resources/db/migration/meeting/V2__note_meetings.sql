-- What is talked about in a meeting, point by point, and what each point is about in some room.
create table meeting.agenda_item (
    id bigint generated always as identity primary key,
    meeting bigint not null references meeting.meeting,
    position int not null,
    words_sv text not null check (length(trim(words_sv)) between 1 and 1000),
    words_en text not null default '',
    about_kind text not null default '',
    about_id text not null default '',
    about_sv text not null default '',
    about_en text not null default '',
    about_address text not null default '',
    version int not null default 0,
    removed_by bigint,
    removed_at timestamptz,
    check ((removed_by is null) = (removed_at is null))
);
create index agenda_item_by_meeting on meeting.agenda_item (meeting, position);

-- A paragraph of what was noted or decided. Whose it is its scope says: a facilitator's own working note is its writer's
-- alone, for ever; a draft is the facilitators' of that place until it is shared; what is shared is read by everybody who
-- reads the meeting. A paragraph has a version, so that two who write in it meet.
create table meeting.paragraph (
    id bigint generated always as identity primary key,
    meeting bigint not null references meeting.meeting,
    agenda_item bigint references meeting.agenda_item,
    scope text not null check (scope in ('OWN', 'DRAFT', 'SHARED')),
    kind text not null check (kind in ('NOTE', 'DECISION')),
    words text not null check (length(trim(words)) between 1 and 20000),
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    changed_by bigint,
    changed_at timestamptz,
    removed_by bigint,
    removed_at timestamptz,
    check ((removed_by is null) = (removed_at is null)),
    check (kind = 'NOTE' or scope <> 'OWN')
);
create index paragraph_by_meeting on meeting.paragraph (meeting, made_at);

-- What a paragraph said before, and what somebody wrote in it that another was quicker than: no word is lost.
create table meeting.paragraph_text (
    id bigint generated always as identity primary key,
    paragraph bigint not null references meeting.paragraph,
    version int not null,
    words text not null,
    lost boolean not null default false,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index paragraph_text_by_paragraph on meeting.paragraph_text (paragraph, made_at);

-- The meetings that the actor facilitates: by a role in the case, for that unit or for the whole.
create function meeting.led() returns bigint[] language sql stable security definer
    set search_path = meeting, pg_temp as $$
    select coalesce(array_agg(distinct m.id), '{}')
    from access.assignment a
    join access.permission p on p.role = a.role and p.verb = 'LEAD_MEETINGS' and p.reach = 'OWN'
    left join partnership.staffing s on s.assignment = a.id
    join meeting.meeting m on m.partnership = a.partnership
    where a.person = access.person() and a.deleted_at is null
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
      and (s.unit is null or m.unit is null or s.unit = m.unit)
$$;
-- The meetings in which the actor writes what all read: those that the actor leads, plans or is invited to.
create function meeting.written() returns bigint[] language sql stable security definer
    set search_path = meeting, pg_temp as $$
    select (select meeting.led()) || (select meeting.planned()) || (select meeting.attended())
$$;

-- A closed meeting is closed, whatever program comes: nothing that was noted, decided or ticked in it is changed. Somebody's
-- own working notes are nobody else's, and stay open to their writer.
create function meeting.is_closed(wanted bigint) returns boolean language sql stable security definer
    set search_path = meeting, pg_temp as $$
    select exists (select from meeting.meeting m where m.id = wanted and m.standing = 'CLOSED')
$$;
create function meeting.keep_closed() returns trigger language plpgsql as $$
begin
    if meeting.is_closed(coalesce(new.meeting, old.meeting)) then
        raise exception 'the meeting is closed' using errcode = 'check_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger closed_agenda before insert or update or delete on meeting.agenda_item
    for each row execute function meeting.keep_closed();
create trigger closed_attendance before insert or update or delete on meeting.invited
    for each row execute function meeting.keep_closed();
create trigger closed_notes before insert on meeting.paragraph
    for each row when (new.scope <> 'OWN') execute function meeting.keep_closed();
create trigger closed_notes_stay before update or delete on meeting.paragraph
    for each row when (old.scope <> 'OWN') execute function meeting.keep_closed();

-- What has been shared stays so, a working note never becomes anything else, and what was written stays its writer's.
create function meeting.keep_scope() returns trigger language plpgsql as $$
begin
    if new.scope <> old.scope and not (old.scope = 'DRAFT' and new.scope = 'SHARED') then
        raise exception 'only a draft becomes shared, and only once' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger scope_stays before update on meeting.paragraph
    for each row execute function meeting.keep_scope();
create trigger texts_stand before update or delete on meeting.paragraph_text
    for each row execute function meeting.forbid_change();

-- Whoever closed a meeting opens it again, or anybody who plans it once that person is gone.
create function meeting.may_reopen(wanted bigint) returns boolean language sql stable security definer
    set search_path = meeting, pg_temp as $$
    select coalesce((
        select t.made_by = access.person() or not access.may_come_in(t.made_by) from meeting.turn t
        where t.meeting = wanted and t.kind = 'CLOSED' order by t.id desc limit 1), true)
$$;
create function meeting.keep_standing() returns trigger language plpgsql as $$
begin
    if old.standing = 'CANCELLED' and new is distinct from old then
        raise exception 'the meeting is cancelled' using errcode = 'check_violation';
    end if;
    if old.standing = 'CLOSED' and new.standing <> 'CLOSED' and not meeting.may_reopen(old.id) then
        raise exception 'whoever closed the meeting opens it again' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger standing_is_kept before update on meeting.meeting
    for each row execute function meeting.keep_standing();

alter table meeting.agenda_item enable row level security;
create policy seen on meeting.agenda_item for select using (exists (select from meeting.meeting m where m.id = meeting));
create policy planned on meeting.agenda_item for all using (meeting = any ((select meeting.planned())::bigint[]));

alter table meeting.paragraph enable row level security;
create policy ones_own on meeting.paragraph for select using (
    scope = 'OWN' and made_by = access.person() and exists (select from meeting.meeting m where m.id = meeting));
create policy of_facilitators on meeting.paragraph for select using (
    scope = 'DRAFT' and meeting = any ((select meeting.led())::bigint[]));
create policy shared on meeting.paragraph for select using (
    scope = 'SHARED' and exists (select from meeting.meeting m where m.id = meeting));
create policy noted on meeting.paragraph for insert with check (
    made_by = access.person() and case scope
        when 'SHARED' then meeting = any ((select meeting.written())::bigint[])
        else meeting = any ((select meeting.led())::bigint[]) end);
create policy changed on meeting.paragraph for update using (
    case scope
        when 'OWN' then made_by = access.person()
        when 'DRAFT' then meeting = any ((select meeting.led())::bigint[])
        else meeting = any ((select meeting.written())::bigint[]) end);

alter table meeting.paragraph_text enable row level security;
create policy as_the_paragraph on meeting.paragraph_text for select using (
    exists (select from meeting.paragraph p where p.id = paragraph));
create policy kept on meeting.paragraph_text for insert with check (
    exists (select from meeting.paragraph p where p.id = paragraph));

grant select, insert, update (position, words_sv, words_en, about_kind, about_id, about_sv, about_en, about_address,
    version, removed_by, removed_at) on meeting.agenda_item to samverkan_app;
grant select, insert, update (agenda_item, scope, kind, words, version, changed_by, changed_at, removed_by, removed_at)
    on meeting.paragraph to samverkan_app;
grant select, insert on meeting.paragraph_text to samverkan_app;
