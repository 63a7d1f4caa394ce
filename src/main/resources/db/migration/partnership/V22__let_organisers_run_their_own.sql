-- An organiser runs its own quality work for its own units: the case is its own on both sides. Only under a variant that is
-- for an organiser alone, which the door asks; and never in anybody else's name, which is held here.
create policy own_work on partnership.partnership for insert with check (
    owner_organisation = organiser
    and organiser = any ((select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[]));
create policy own_work_seen on partnership.partnership for select using (
    owner_organisation = organiser
    and organiser = any ((select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[]));
