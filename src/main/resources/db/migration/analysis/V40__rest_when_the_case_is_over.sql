-- An analysis of a unit that takes part no longer is read and not changed, whichever door somebody comes by.
create function analysis.rests(wanted bigint) returns boolean language sql stable security definer
    set search_path = analysis, pg_temp as $$
    select coalesce((select partnership.rests(a.partnership, a.unit) from analysis.analysis a where a.id = wanted), false)
$$;
create policy awake_to_add on analysis.part as restrictive for insert with check (not analysis.rests(analysis));
create policy awake on analysis.part as restrictive for update using (not analysis.rests(analysis));
create policy awake_to_decide on analysis.version as restrictive for insert with check (not analysis.rests(analysis));
