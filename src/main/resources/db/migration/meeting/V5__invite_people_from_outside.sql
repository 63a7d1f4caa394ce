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

create trigger closed_outside_guests before insert or update or delete on meeting.outside_guest
    for each row execute function meeting.keep_closed();

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
