-- All reports that somebody reads, printed as one packed file by a job with that person's rights.
create table followup.print_run (
    id bigint generated always as identity primary key,
    person bigint not null default access.person() references access.person,
    progress uuid,
    file bigint references records.file,
    made_at timestamptz not null default now()
);
create index print_run_by_file on followup.print_run (file);
alter table followup.print_run enable row level security;
create policy own on followup.print_run for all using (person = access.person());
create policy of_print_runs on records.file for select using (
    exists (select from followup.print_run p where p.file = file.id));
grant select, insert, update (progress, file) on followup.print_run to samverkan_app;
create function followup.person_of_print_run(wanted bigint) returns bigint language sql stable security definer
    set search_path = followup, pg_temp as $$ select p.person from followup.print_run p where p.id = wanted $$;

-- The reports that wait for the actor: to be decided on for the organiser, or to be handed in by the unit.
create function followup.reports_waiting() returns table (report bigint, unit text, kind text, term int, standing text)
    language sql stable security definer set search_path = followup, pg_temp as $$
    select r.id, u.name, r.kind, r.term, w.deed
    from followup.report r join organisation.unit u on u.id = r.unit
    join lateral (select d.deed from followup.report_deed d where d.report = r.id order by d.id desc limit 1) w
        on w.deed in ('ADOPTED', 'APPROVED')
    where (w.deed = 'ADOPTED' and r.unit = any ((select followup.approved_units())::bigint[]))
       or (w.deed = 'APPROVED' and r.unit = any ((select followup.units_for('CLOSE_FOLLOW_UP'))::bigint[]))
    order by r.id limit 100
$$;
