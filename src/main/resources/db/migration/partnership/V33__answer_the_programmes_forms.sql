-- What a unit has answered to a form of its programme (formulär) in a case: one answer is one row, so that two people who
-- answer different questions do not meet. Until it is adopted it is the unit's own; what others read is the document.
create table partnership.form_answer (
    partnership bigint not null,
    unit bigint not null,
    form text not null,
    field text not null,
    words text not null check (length(words) <= 20000),
    version int not null default 1,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    changed_by bigint not null default access.person(),
    changed_at timestamptz not null default now(),
    primary key (partnership, unit, form, field),
    foreign key (partnership, unit) references partnership.participation (partnership, unit)
);

-- An adopted version of such a form, and that it was opened again, why. Each stands as a version of one document.
create table partnership.form_version (
    partnership bigint not null,
    unit bigint not null,
    form text not null,
    number int not null check (number > 0),
    document bigint not null references records.document,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    reopened_by bigint,
    reopened_at timestamptz,
    reopened_why text not null default '' check (length(reopened_why) <= 2000),
    primary key (partnership, unit, form, number),
    foreign key (partnership, unit) references partnership.participation (partnership, unit),
    check ((reopened_by is null) = (reopened_at is null))
);
create unique index one_holding_form_version on partnership.form_version (partnership, unit, form) where reopened_at is null;

-- Whether the actor answers the forms of a unit: has a part in the work at the unit itself; for the organiser's own level,
-- has one for the organiser.
create function partnership.fills(wanted bigint, at_unit bigint) returns boolean language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select exists (
        select from partnership.participation n join partnership.partnership p on p.id = n.partnership
        where n.partnership = wanted and n.unit = at_unit and p.told_at is not null
          and (n.unit = any ((select access.units_for('DO_STEPS'))::bigint[])
            or n.level = 'ORGANISER' and p.organiser = any ((select access.organisations_for('DO_STEPS'))::bigint[])
                and p.organiser = any ((select access.seen_organisers() || access.seen_organisations())::bigint[])))
$$;
-- Whether the actor reads them: answers them, works at the unit or answers for it at the organiser.
create function partnership.reads_forms(wanted bigint, at_unit bigint) returns boolean language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select partnership.fills(wanted, at_unit) or exists (
        select from partnership.participation n join partnership.partnership p on p.id = n.partnership
        where n.partnership = wanted and n.unit = at_unit and p.told_at is not null
          and (n.unit = any ((select access.seen_units())::bigint[])
            or p.organiser = any ((select access.seen_organisers())::bigint[])))
$$;
create function partnership.is_form_adopted(wanted bigint, at_unit bigint, as_form text) returns boolean
    language sql stable security definer set search_path = partnership, pg_temp as $$
    select exists (select from partnership.form_version v where v.partnership = wanted and v.unit = at_unit
        and v.form = as_form and v.reopened_at is null)
$$;

-- What can still be answered by the actor: the units of cases that run, with what has been answered there.
create function partnership.forms_to_fill() returns table (partnership bigint, variant text, variant_version int,
        light boolean, unit bigint, unit_name text, level text, begun text[], began date[], answered text[], adopted text[])
    language sql stable security definer set search_path = partnership, pg_temp as $$
    select p.id, p.variant, p.variant_version, p.light, n.unit, u.name, n.level,
        (select array_agg(b.phase order by b.phase) from partnership.phase_begun b
            where b.partnership = p.id and b.unit = n.unit),
        (select array_agg(b.day order by b.phase) from partnership.phase_begun b
            where b.partnership = p.id and b.unit = n.unit),
        coalesce((select array_agg(a.form || '/' || a.field) from partnership.form_answer a
            where a.partnership = p.id and a.unit = n.unit and a.words <> ''), '{}'),
        coalesce((select array_agg(v.form) from partnership.form_version v
            where v.partnership = p.id and v.unit = n.unit), '{}')
    from partnership.participation n join partnership.partnership p on p.id = n.partnership
    join organisation.unit u on u.id = n.unit
    where p.standing = 'RUNNING' and n.standing = 'RUNNING'
      and (n.unit = any ((select access.units_for('DO_STEPS'))::bigint[])
        or n.level = 'ORGANISER' and p.organiser = any ((select access.organisations_for('DO_STEPS'))::bigint[]))
      and partnership.fills(p.id, n.unit)
      and exists (select from partnership.phase_begun b where b.partnership = p.id and b.unit = n.unit)
    order by p.id, n.unit
$$;

create trigger nothing_after_closing before insert or update on partnership.form_answer
    for each row execute function partnership.forbid_after_closing();
create trigger nothing_after_closing before insert or update on partnership.form_version
    for each row execute function partnership.forbid_after_closing();

alter table partnership.form_answer enable row level security;
create policy known on partnership.form_answer for select using (partnership.reads_forms(partnership, unit));
create policy added on partnership.form_answer for insert with check (
    made_by = access.person() and partnership.fills(partnership, unit)
    and not partnership.is_form_adopted(partnership, unit, form));
create policy changed on partnership.form_answer for update using (
    partnership.fills(partnership, unit) and not partnership.is_form_adopted(partnership, unit, form));

alter table partnership.form_version enable row level security;
create policy known on partnership.form_version for select using (partnership.reads_forms(partnership, unit));
create policy adopted on partnership.form_version for insert with check (
    made_by = access.person() and partnership.fills(partnership, unit));
create policy reopened on partnership.form_version for update using (partnership.fills(partnership, unit));

grant select, insert, update (words, version, changed_by, changed_at) on partnership.form_answer to samverkan_app;
grant select, insert, update (reopened_by, reopened_at, reopened_why) on partnership.form_version to samverkan_app;
