-- Somebody who comes to a meeting and has no account: known by name to those who read the meeting, and gone with it. Nobody gets
-- to see anything by it.
create table meeting.outside_guest (
    id bigint generated always as identity primary key,
    meeting bigint not null references meeting.meeting on delete cascade,
    name text not null check (length(trim(name)) between 1 and 200),
    came boolean,
    letter uuid,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index outside_guest_by_meeting on meeting.outside_guest (meeting);

-- Where the invitation is sent: for those who plan the meeting only.
create table meeting.outside_address (
    guest bigint primary key references meeting.outside_guest on delete cascade,
    email text not null check (length(email) between 3 and 254)
);

create trigger closed_outside_guests before insert or update on meeting.outside_guest
    for each row execute function meeting.keep_closed();
-- Nobody takes a guest out of a closed meeting; the disposal below does.
create trigger closed_outside_guests_stay before delete on meeting.outside_guest
    for each row when (current_user = 'samverkan_app') execute function meeting.keep_closed();

-- Who came from outside goes by its rule, name and address, when the meeting has been over for long; the minutes that were drawn
-- up as a document keep what they said.
create function meeting.guests_at_rest(by_day date, most int) returns table (id bigint, title text, rested_on date)
    language sql stable security definer set search_path = meeting, pg_temp as $$
    select m.id, m.name_sv, (m.ends_at at time zone 'Europe/Stockholm')::date from meeting.meeting m
    where (select access.everywhere('DISPOSE_RECORDS')) and m.ends_at < now()
      and (m.ends_at at time zone 'Europe/Stockholm')::date <= by_day
      and exists (select from meeting.outside_guest g where g.meeting = m.id)
    order by m.ends_at, m.id limit most
$$;
create function meeting.dispose_guests(wanted bigint[]) returns void language sql security definer
    set search_path = meeting, pg_temp as $$
    delete from meeting.outside_guest g using meeting.meeting m
    where (select access.everywhere('DISPOSE_RECORDS')) and m.id = g.meeting and m.ends_at < now() and m.id = any (wanted)
$$;
insert into records.retention_rule (kind, years, reason, legal_ground) values
    ('meeting-guests', 2, 'Gästernas namn och mailadresser behövs medan träffen är aktuell. Vilka som var med står i minnesanteckningarna.',
        'Dataskyddsförordningen artikel 5.1 e (lagringsminimering); arkivlagen (1990:782) 10 §');

create function meeting.of_outside_guest(wanted bigint) returns bigint language sql stable security definer
    set search_path = meeting, pg_temp as $$ select g.meeting from meeting.outside_guest g where g.id = wanted $$;

alter table meeting.outside_guest enable row level security;
create policy seen on meeting.outside_guest for select using (exists (select from meeting.meeting m where m.id = meeting));
create policy planned on meeting.outside_guest for all using (meeting = any ((select meeting.planned())::bigint[]));

alter table meeting.outside_address enable row level security;
create policy planned on meeting.outside_address for all using (
    meeting.of_outside_guest(guest) = any ((select meeting.planned())::bigint[]));

grant select, insert, update (came, letter), delete on meeting.outside_guest to samverkan_app;
grant select, insert, delete on meeting.outside_address to samverkan_app;
