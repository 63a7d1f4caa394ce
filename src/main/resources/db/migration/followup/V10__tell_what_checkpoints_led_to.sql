-- What came of a checkpoint is found from the thing itself too, and said by whoever coordinates the case as well: commissions are the
-- organiser's to give.
create index follow_on_by_address on followup.follow_on (address);
create policy coordinated on followup.follow_on for insert with check (
    made_by = access.person() and unit = any ((select followup.known_units())::bigint[])
    and exists (select from organisation.unit u where u.id = follow_on.unit
        and u.organiser = any ((select access.organisations_for('COORDINATE_PARTNERSHIP'))::bigint[])));
