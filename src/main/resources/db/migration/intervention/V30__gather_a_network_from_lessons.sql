-- Whoever tells a lesson says whether those who support schools may ask them to meet others about it.
alter table intervention.lesson add column contact boolean not null default false;

-- A meeting of people from many organisations who have told of the same cause (nätverksträff). It is of no case.
create table intervention.network_meeting (
    id bigint generated always as identity primary key,
    -- The organisation of whoever called it, in whose log it stands; empty for somebody of the installation.
    organisation bigint references organisation.organisation,
    title text not null check (length(trim(title)) between 1 and 200),
    words text not null default '' check (length(words) <= 5000),
    starts_at timestamptz not null,
    minutes int not null check (minutes between 5 and 720),
    place text not null default '' check (length(place) <= 200),
    link text not null default '' check (length(link) <= 500),
    cancelled_at timestamptz,
    reason text not null default '' check (length(reason) <= 2000),
    sequence int not null default 0,
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create table intervention.network_invitation (
    meeting bigint not null references intervention.network_meeting on delete cascade,
    person bigint not null,
    lesson bigint references intervention.lesson on delete set null,
    -- For whom the person comes, as it was called then.
    teller text not null,
    answer text check (answer in ('YES', 'NO')),
    answered_at timestamptz,
    primary key (meeting, person),
    check ((answer is null) = (answered_at is null))
);
create index network_invitation_of_person on intervention.network_invitation (person);
create index network_invitation_by_lesson on intervention.network_invitation (lesson);

-- Those who write for a unit, or for an organisation itself: they are asked about what it has told.
create function intervention.people_who_tell(of_organisation bigint, of_unit bigint) returns setof bigint
    language sql stable security definer set search_path = access, pg_temp as $$
    select distinct a.person from access.assignment a
    join access.permission p on p.role = a.role and p.verb = 'WRITE_LESSONS' and p.reach = 'OWN'
    where a.deleted_at is null and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
      and access.may_come_in(a.person)
      and case when of_unit is null then a.unit is null and a.organisation = of_organisation else a.unit = of_unit end
$$;

-- The organisation for which the actor gathers others.
create function intervention.gathering_organisation() returns bigint language sql stable security definer
    set search_path = access, pg_temp as $$
    select coalesce((select min(o) from unnest(access.organisations_for('LEAD_MEETINGS')) o),
        (select p.organisation from access.person p where p.id = access.person()))
$$;

create function intervention.networks_of_actor() returns bigint[] language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select coalesce(array_agg(i.meeting), '{}') from intervention.network_invitation i where i.person = access.person()
$$;

-- A new time is a new question.
create function intervention.ask_again() returns trigger language plpgsql security definer
    set search_path = intervention, pg_temp as $$
begin
    update intervention.network_invitation set answer = null, answered_at = null where meeting = new.id;
    return new;
end $$;
create trigger asks_again after update of starts_at on intervention.network_meeting for each row
    when (old.starts_at is distinct from new.starts_at) execute function intervention.ask_again();

alter table intervention.network_meeting enable row level security;
create policy calls on intervention.network_meeting for insert with check (
    made_by = access.person() and (select intervention.holds('LEAD_MEETINGS')));
create policy leads on intervention.network_meeting for update using (
    made_by = access.person() or organisation = any ((select access.organisations_for('LEAD_MEETINGS'))::bigint[]));
create policy sees on intervention.network_meeting for select using (
    made_by = access.person() or organisation = any ((select access.organisations_for('LEAD_MEETINGS'))::bigint[])
    or id = any ((select intervention.networks_of_actor())::bigint[]));

-- Whether the actor leads a meeting, for the rows that hang on it.
create function intervention.leads_network(wanted bigint) returns boolean language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select exists (select from intervention.network_meeting m where m.id = wanted
        and (m.made_by = access.person() or m.organisation = any (access.organisations_for('LEAD_MEETINGS'))))
$$;

-- Nobody is asked who has not told something, and said that others may get in touch. Those who come see one another.
alter table intervention.network_invitation enable row level security;
create policy asks on intervention.network_invitation for insert with check (
    intervention.leads_network(meeting) and answer is null and exists (
        select from intervention.lesson l where l.id = lesson and l.contact and l.removed_at is null
          and person in (select intervention.people_who_tell(l.organisation, l.unit))));
create policy answers on intervention.network_invitation for update using (person = access.person());
create policy sees on intervention.network_invitation for select using (
    person = access.person()
    or (answer = 'YES' and meeting = any ((select intervention.networks_of_actor())::bigint[]))
    or intervention.leads_network(meeting));

grant select, insert on intervention.network_meeting, intervention.network_invitation to samverkan_app;
grant update (title, words, starts_at, minutes, place, link, cancelled_at, reason, sequence, version)
    on intervention.network_meeting to samverkan_app;
grant update (answer, answered_at) on intervention.network_invitation to samverkan_app;

-- What somebody has called and been asked to, for the extract of one person.
create function intervention.networks_of_person(wanted bigint)
    returns table (title text, answer text, made_at timestamptz) language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select m.title, coalesce(i.answer, ''), m.made_at from intervention.network_meeting m
    left join intervention.network_invitation i on i.meeting = m.id and i.person = wanted
    where (select access.may_extract(wanted)) and (m.made_by = wanted or i.person is not null) order by m.id
$$;

-- Who was asked to a meeting is of no use when it has been for a while.
create function intervention.networks_at_rest(by_day date, most int) returns table (id bigint, title text, rested_on date)
    language sql stable security definer set search_path = intervention, pg_temp as $$
    select m.id, m.title, (m.starts_at at time zone 'Europe/Stockholm')::date from intervention.network_meeting m
    where (select access.everywhere('DISPOSE_RECORDS')) and (m.starts_at at time zone 'Europe/Stockholm')::date <= by_day
    order by m.starts_at, m.id limit most
$$;
create function intervention.dispose_networks(wanted bigint[]) returns void language sql security definer
    set search_path = intervention, pg_temp as $$
    delete from intervention.network_meeting m where (select access.everywhere('DISPOSE_RECORDS'))
      and m.starts_at < now() and m.id = any (wanted)
$$;
insert into records.retention_rule (kind, years, reason, legal_ground) values
    ('network-meetings', 2, 'En inbjudan till en träff mellan skolor behövs inte när träffen har varit.',
        'Arkivlagen (1990:782) 10 §');
