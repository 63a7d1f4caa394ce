-- What somebody wants to make public (publicering), for an organiser or for the office: that it takes part, news, a lesson, a
-- result. It is written, reviewed by somebody else and released; what stands in it then is what was reviewed, letter by
-- letter, until it is withdrawn. The pages of the public read nothing else than what has been released here.
create table reporting.publication (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('PARTICIPATION', 'NEWS', 'LESSON', 'RESULT')),
    -- Who speaks: the organiser, or the agency or office.
    owner_organisation bigint not null references organisation.organisation,
    -- Whom it is about; nobody in particular where the office tells a result.
    organiser bigint references organisation.organisation,
    unit bigint references organisation.unit,
    -- The partnership, the lesson or the run that it is about.
    about bigint,
    title text not null check (length(trim(title)) between 1 and 200),
    words text not null default '' check (length(words) <= 20000),
    -- A lesson or a result as it stood when it was chosen, as JSON.
    content text not null default '' check (length(content) <= 1000000),
    -- What law makes it public, where the office says of an organiser that it takes part.
    ground text not null default '' check (length(ground) <= 1000),
    -- Why it is published although something in it looks like a name or a number of somebody.
    reason text not null default '' check (length(reason) <= 1000),
    standing text not null default 'DRAFT' check (standing in ('DRAFT', 'PROPOSED', 'RETURNED', 'RELEASED', 'WITHDRAWN')),
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    check (kind = 'NEWS' or about is not null),
    check (kind in ('NEWS', 'RESULT') or organiser is not null),
    check (owner_organisation = organiser or kind <> 'PARTICIPATION' or length(trim(ground)) > 0)
);
create index publication_by_owner on reporting.publication (owner_organisation);
create index publication_released on reporting.publication (kind, id desc) where standing = 'RELEASED';
create unique index publication_released_once on reporting.publication (kind, owner_organisation, about)
    where standing = 'RELEASED' and about is not null;

-- The units that an organiser shows when it tells that it takes part; none unless it chose them.
create table reporting.publication_unit (
    publication bigint not null references reporting.publication,
    unit bigint not null references organisation.unit,
    primary key (publication, unit)
);

-- What was decided about it, by whom and why. It stands.
create table reporting.publication_step (
    id bigint generated always as identity primary key,
    publication bigint not null references reporting.publication,
    kind text not null check (kind in ('PROPOSED', 'RETURNED', 'RELEASED', 'WITHDRAWN')),
    words text not null default '' check (length(words) <= 4000),
    -- Whether whoever wrote it released it, since nobody else could.
    alone boolean not null default false,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index publication_step_by_publication on reporting.publication_step (publication, id);
create trigger steps_stand before update or delete on reporting.publication_step
    for each row execute function reporting.forbid_change();

-- What waits for review, and what has been released, is not written in; and the way to the public goes through review.
create function reporting.keep_what_was_reviewed() returns trigger language plpgsql as $$
begin
    if old.standing not in ('DRAFT', 'RETURNED')
            and (new.title, new.words, new.reason) is distinct from (old.title, old.words, old.reason) then
        raise exception 'what is reviewed is what is shown' using errcode = 'check_violation';
    end if;
    if new.standing <> old.standing and (old.standing = 'WITHDRAWN' or new.standing = 'DRAFT'
            or new.standing = 'RELEASED' and old.standing <> 'PROPOSED') then
        raise exception 'nothing becomes public past its review' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger reviewed_stands before update on reporting.publication
    for each row execute function reporting.keep_what_was_reviewed();

-- The organisations for which the actor writes as a whole, not for one of their units.
create function reporting.publishing_organisations() returns bigint[] language sql stable security definer
    set search_path = access, pg_temp as $$
    select coalesce(array_agg(distinct a.organisation), '{}')
    from access.assignment a
    join access.permission p on p.role = a.role and p.verb = 'WRITE_PUBLICATIONS' and p.reach = 'OWN'
    where a.person = access.person() and a.deleted_at is null and a.organisation is not null and a.unit is null
      and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') >= access.today()
$$;
-- Those of which the actor keeps the order of what the agency's site shows: the publisher of an agency whose partnerships
-- they are in may withdraw what they have released, and nothing else.
create function reporting.organisers_kept() returns bigint[] language sql stable security definer
    set search_path = reporting, pg_temp as $$
    select coalesce(array_agg(distinct p.organiser), '{}') from partnership.partnership p
    where p.told_at is not null
      and (p.owner_organisation = any ((select access.organisations_for('RELEASE_PUBLICATIONS'))::bigint[])
        or (select access.everywhere('RELEASE_PUBLICATIONS')))
$$;
-- Whether it has been public: what was laid aside before that is its writers' own.
create function reporting.was_released(wanted bigint) returns boolean language sql stable security definer
    set search_path = reporting, pg_temp as $$
    select exists (select from reporting.publication_step s where s.publication = wanted and s.kind = 'RELEASED')
$$;
-- Whether an organiser is or has been in a partnership, which is what gives it something to tell here.
create function reporting.has_taken_part(wanted bigint) returns boolean language sql stable security definer
    set search_path = reporting, pg_temp as $$
    select exists (select from partnership.partnership p where p.organiser = wanted and p.told_at is not null
        and p.owner_organisation <> p.organiser
        and p.standing in ('ACCEPTED', 'RUNNING', 'PAUSED', 'DISCONTINUED', 'COMPLETED'))
$$;
-- Whether it may be told of this partnership that the organiser takes part: by the organiser itself; by the office where the
-- organiser is public, so that the offer and the agreement are public documents.
create function reporting.may_tell_of(partnership_told bigint, sender bigint, of_organiser bigint) returns boolean
    language sql stable security definer set search_path = reporting, pg_temp as $$
    select exists (
        select from partnership.partnership p join organisation.organisation o on o.id = p.organiser
        where p.id = partnership_told and p.organiser = of_organiser and p.told_at is not null
          and p.owner_organisation <> p.organiser
          and p.standing in ('ACCEPTED', 'RUNNING', 'PAUSED', 'DISCONTINUED', 'COMPLETED')
          and (sender = p.organiser
            or sender = p.owner_organisation and o.organiser_type in ('MUNICIPAL', 'REGION', 'STATE')))
$$;

alter table reporting.publication enable row level security;
-- The public, and everybody else.
create policy released on reporting.publication for select using (standing = 'RELEASED');
create policy written on reporting.publication for select using (
    (select access.everywhere('WRITE_PUBLICATIONS'))
    or unit = any ((select access.units_for('WRITE_PUBLICATIONS'))::bigint[])
    or owner_organisation = any ((select reporting.publishing_organisations())::bigint[]));
create policy reviewed on reporting.publication for select using (
    standing <> 'DRAFT' and ((select access.everywhere('RELEASE_PUBLICATIONS'))
        or owner_organisation = any ((select access.organisations_for('RELEASE_PUBLICATIONS'))::bigint[])));
create policy kept_in_order on reporting.publication for select using (
    standing = 'WITHDRAWN' and organiser = any ((select reporting.organisers_kept())::bigint[]) and reporting.was_released(id));
create policy begun on reporting.publication for insert with check (
    made_by = access.person() and standing = 'DRAFT'
    and ((select access.everywhere('WRITE_PUBLICATIONS'))
        or unit = any ((select access.units_for('WRITE_PUBLICATIONS'))::bigint[])
        or owner_organisation = any ((select reporting.publishing_organisations())::bigint[]))
    and (unit is null or exists (select from organisation.unit u where u.id = unit and u.organiser = owner_organisation))
    and case when kind = 'PARTICIPATION' then reporting.may_tell_of(about, owner_organisation, organiser)
        else organiser is null or organiser = owner_organisation and reporting.has_taken_part(organiser) end);
create policy changed on reporting.publication for update using (
    standing <> 'WITHDRAWN'
    and ((select access.everywhere('WRITE_PUBLICATIONS'))
        or unit = any ((select access.units_for('WRITE_PUBLICATIONS'))::bigint[])
        or owner_organisation = any ((select reporting.publishing_organisations())::bigint[])))
    with check (standing <> 'RELEASED');
create policy judged on reporting.publication for update using (
    standing in ('PROPOSED', 'RELEASED') and ((select access.everywhere('RELEASE_PUBLICATIONS'))
        or owner_organisation = any ((select access.organisations_for('RELEASE_PUBLICATIONS'))::bigint[])))
    with check (standing in ('RETURNED', 'RELEASED', 'WITHDRAWN') and ((select access.everywhere('RELEASE_PUBLICATIONS'))
        or owner_organisation = any ((select access.organisations_for('RELEASE_PUBLICATIONS'))::bigint[])));
create policy taken_down on reporting.publication for update using (
    standing = 'RELEASED' and organiser = any ((select reporting.organisers_kept())::bigint[]))
    with check (standing = 'WITHDRAWN');

alter table reporting.publication_unit enable row level security;
create policy seen on reporting.publication_unit for select using (
    exists (select from reporting.publication p where p.id = publication));
create policy chosen on reporting.publication_unit for insert with check (
    exists (select from reporting.publication p join organisation.unit u on u.id = publication_unit.unit
        where p.id = publication and p.standing = 'DRAFT' and p.owner_organisation = p.organiser
          and u.organiser = p.organiser and p.made_by = access.person()));

alter table reporting.publication_step enable row level security;
create policy seen on reporting.publication_step for select using (
    (kind = 'RELEASED' or access.person() <> 0) and exists (select from reporting.publication p where p.id = publication));
-- The row says already what the step makes of it; whoever takes it may do so, and tells when nobody else reviewed it.
create policy taken on reporting.publication_step for insert with check (
    made_by = access.person()
    and exists (select from reporting.publication p where p.id = publication and p.standing = publication_step.kind
        and (publication_step.kind <> 'RELEASED' or p.made_by <> access.person() or publication_step.alone)
        and ((select access.everywhere('RELEASE_PUBLICATIONS'))
            or p.owner_organisation = any ((select access.organisations_for('RELEASE_PUBLICATIONS'))::bigint[])
            or publication_step.kind in ('PROPOSED', 'WITHDRAWN') and ((select access.everywhere('WRITE_PUBLICATIONS'))
                or p.unit = any ((select access.units_for('WRITE_PUBLICATIONS'))::bigint[])
                or p.owner_organisation = any ((select reporting.publishing_organisations())::bigint[]))
            or publication_step.kind = 'WITHDRAWN' and p.organiser = any ((select reporting.organisers_kept())::bigint[]))));

-- A number that changes with everything that the public sees come or go.
create function reporting.publication_version() returns bigint language sql stable security definer
    set search_path = reporting, pg_temp as $$
    select coalesce(max(s.id), 0) from reporting.publication_step s where s.kind in ('RELEASED', 'WITHDRAWN')
$$;
create index publication_step_shown on reporting.publication_step (id desc) where kind in ('RELEASED', 'WITHDRAWN');

-- The day on which something that was public was withdrawn; nothing for what never was.
create function reporting.withdrawn_on(wanted bigint, of_kind text) returns date language sql stable security definer
    set search_path = reporting, pg_temp as $$
    select max(s.made_at at time zone 'Europe/Stockholm')::date from reporting.publication_step s
    join reporting.publication p on p.id = s.publication
    where p.id = wanted and p.kind = of_kind and p.standing = 'WITHDRAWN' and s.kind = 'WITHDRAWN'
      and reporting.was_released(p.id)
$$;

-- Who takes part, as far as it has been released: in what, since when, and whether it goes on. Read by the public.
create function reporting.public_participations() returns table (publication bigint, organiser bigint, own boolean,
        variant text, variant_version int, first_term int, goes_on boolean)
    language sql stable security definer set search_path = reporting, pg_temp as $$
    select p.id, p.organiser, p.owner_organisation = p.organiser, c.variant, c.variant_version, c.first_term,
        c.standing in ('ACCEPTED', 'RUNNING', 'PAUSED')
    from reporting.publication p join partnership.partnership c on c.id = p.about
    where p.kind = 'PARTICIPATION' and p.standing = 'RELEASED'
      and c.standing in ('ACCEPTED', 'RUNNING', 'PAUSED', 'DISCONTINUED', 'COMPLETED')
$$;

-- How many units are in which phase of a programme that a party gives to another, and how many there are in all, with the
-- organisers that they are of, so that small groups can be put together before anything is told.
create function reporting.progress_counts() returns table (variant text, variant_version int, phase text, units int,
        organisers bigint[])
    language sql stable security definer set search_path = reporting, pg_temp as $$
    with b as (
        select distinct on (x.partnership, x.unit) x.partnership, x.unit, x.phase from partnership.phase_begun x
        order by x.partnership, x.unit, x.day desc, x.made_at desc
    )
    select c.variant, max(c.variant_version), coalesce(b.phase, ''), count(distinct n.unit)::int,
        array_agg(distinct c.organiser)
    from partnership.participation n join partnership.partnership c on c.id = n.partnership
    left join b on b.partnership = n.partnership and b.unit = n.unit
    where c.standing in ('RUNNING', 'PAUSED') and n.standing in ('RUNNING', 'PAUSED') and c.owner_organisation <> c.organiser
    group by c.variant, coalesce(b.phase, '')
    order by 1, 3
$$;

-- The offices that run partnerships for others, and the organisers that are or have been in one: who can speak here.
create function reporting.senders() returns table (organisation bigint, office boolean) language sql stable
    security definer set search_path = reporting, pg_temp as $$
    select distinct p.owner_organisation, true from partnership.partnership p where p.owner_organisation <> p.organiser
    union
    select distinct p.organiser, false from partnership.partnership p
    where reporting.has_taken_part(p.organiser)
$$;

-- What somebody has written and decided, for an extract.
create function reporting.publications_of_person(wanted bigint) returns table (title text, deed text, made_at timestamptz)
    language sql stable security definer set search_path = reporting, pg_temp as $$
    select * from (
        select p.title, 'WRITTEN' as deed, p.made_at from reporting.publication p where p.made_by = wanted
        union all
        select p.title, s.kind, s.made_at from reporting.publication_step s
        join reporting.publication p on p.id = s.publication where s.made_by = wanted
    ) done where (select access.may_extract(wanted)) order by 3
$$;
insert into records.retention_rule (kind, years, reason, legal_ground) values
    ('publications', null, 'Vad en huvudman eller ett kontor har gjort offentligt, och vem som granskade det, ska gå att visa.',
        'Arkivlagen (1990:782) 3 §');

grant select, insert, update (title, words, reason, standing, version) on reporting.publication to samverkan_app;
grant select, insert on reporting.publication_unit, reporting.publication_step to samverkan_app;
