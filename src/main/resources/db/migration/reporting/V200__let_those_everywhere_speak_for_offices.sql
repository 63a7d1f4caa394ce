-- Whoever may write or review everywhere does so for offices. What an organiser says of itself is written and reviewed by its own people,
-- and is theirs alone until it is public; an office tells of an organiser on a ground in law, and of none of its units.
drop policy written on reporting.publication;
create policy written on reporting.publication for select using (
    organiser is distinct from owner_organisation and (select access.everywhere('WRITE_PUBLICATIONS'))
    or unit = any ((select access.units_for('WRITE_PUBLICATIONS'))::bigint[])
    or owner_organisation = any ((select reporting.publishing_organisations())::bigint[]));
drop policy reviewed on reporting.publication;
create policy reviewed on reporting.publication for select using (
    standing <> 'DRAFT'
    and (organiser is distinct from owner_organisation and (select access.everywhere('RELEASE_PUBLICATIONS'))
        or owner_organisation = any ((select access.organisations_for('RELEASE_PUBLICATIONS'))::bigint[])));
drop policy begun on reporting.publication;
create policy begun on reporting.publication for insert with check (
    made_by = access.person() and standing = 'DRAFT'
    and (organiser is distinct from owner_organisation and (select access.everywhere('WRITE_PUBLICATIONS'))
        or unit = any ((select access.units_for('WRITE_PUBLICATIONS'))::bigint[])
        or owner_organisation = any ((select reporting.publishing_organisations())::bigint[]))
    and (unit is null or exists (select from organisation.unit u where u.id = unit and u.organiser = owner_organisation))
    and case when kind = 'PARTICIPATION' then reporting.may_tell_of(about, owner_organisation, organiser)
        else organiser is null or organiser = owner_organisation and reporting.has_taken_part(organiser) end);
drop policy changed on reporting.publication;
create policy changed on reporting.publication for update using (
    standing <> 'WITHDRAWN'
    and (organiser is distinct from owner_organisation and (select access.everywhere('WRITE_PUBLICATIONS'))
        or unit = any ((select access.units_for('WRITE_PUBLICATIONS'))::bigint[])
        or owner_organisation = any ((select reporting.publishing_organisations())::bigint[])))
    with check (standing <> 'RELEASED');
drop policy judged on reporting.publication;
create policy judged on reporting.publication for update using (
    standing in ('PROPOSED', 'RELEASED')
    and (organiser is distinct from owner_organisation and (select access.everywhere('RELEASE_PUBLICATIONS'))
        or owner_organisation = any ((select access.organisations_for('RELEASE_PUBLICATIONS'))::bigint[])))
    with check (standing in ('RETURNED', 'RELEASED', 'WITHDRAWN')
    and (organiser is distinct from owner_organisation and (select access.everywhere('RELEASE_PUBLICATIONS'))
        or owner_organisation = any ((select access.organisations_for('RELEASE_PUBLICATIONS'))::bigint[])));
drop policy taken on reporting.publication_step;
create policy taken on reporting.publication_step for insert with check (
    made_by = access.person()
    and exists (select from reporting.publication p where p.id = publication and p.standing = publication_step.kind
        and (publication_step.kind <> 'RELEASED' or p.made_by <> access.person() or publication_step.alone)
        and (p.organiser is distinct from p.owner_organisation and (select access.everywhere('RELEASE_PUBLICATIONS'))
            or p.owner_organisation = any ((select access.organisations_for('RELEASE_PUBLICATIONS'))::bigint[])
            or publication_step.kind in ('PROPOSED', 'WITHDRAWN')
                and (p.organiser is distinct from p.owner_organisation and (select access.everywhere('WRITE_PUBLICATIONS'))
                or p.unit = any ((select access.units_for('WRITE_PUBLICATIONS'))::bigint[])
                or p.owner_organisation = any ((select reporting.publishing_organisations())::bigint[]))
            or publication_step.kind = 'WITHDRAWN' and p.organiser = any ((select reporting.organisers_kept())::bigint[]))));
