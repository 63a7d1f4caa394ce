-- Whether a unit takes part in a case no longer: what it wrote in it rests from then on, is read and not changed. The rooms above ask
-- this one question for their rows and their pages.
create function partnership.rests(of_case bigint, at_unit bigint) returns boolean language sql stable security definer
    set search_path = partnership, pg_temp as $$
    select not exists (
        select from partnership.participation n where n.partnership = of_case and n.unit = at_unit
          and n.standing in ('PROPOSED', 'OFFERED', 'ACCEPTED', 'RUNNING', 'PAUSED'))
$$;
