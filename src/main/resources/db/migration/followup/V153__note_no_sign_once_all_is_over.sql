-- What whoever has the code meets: the signs that stand, of a unit that still takes part, and nothing that anybody has seen.
create or replace function followup.signs_by_code(wanted text) returns table (id bigint, title text, goal_title text, unit_name text)
    language sql stable security definer set search_path = followup, pg_temp as $$
    select s.id, s.title, s.goal_title, u.name
    from followup.sign_code c join followup.sign s on s.plan = c.plan join organisation.unit u on u.id = c.unit
    where c.code = wanted and c.closed_at is null and s.taken_out_on is null and not partnership.rests(s.partnership, s.unit)
    order by s.position, s.id
$$;
create or replace function followup.note_by_code(to_code text, sent uuid, of_sign bigint, seen text, said text) returns text
    language plpgsql security definer set search_path = followup, pg_temp as $$
declare
    found_sign followup.sign;
begin
    select s.* into found_sign from followup.sign_code c join followup.sign s on s.plan = c.plan
    where c.code = to_code and c.closed_at is null and s.id = of_sign and s.taken_out_on is null
      and not partnership.rests(s.partnership, s.unit);
    if found_sign.id is null then
        return 'UNKNOWN';
    end if;
    -- One after another for a unit, so that a day's worth is a day's worth.
    perform pg_advisory_xact_lock(hashtextextended('followup.code', found_sign.plan));
    if exists (select from followup.sign_note n where n.form = sent) then
        return 'TAKEN';
    end if;
    if (select count(*) from followup.sign_note n join followup.sign s on s.id = n.sign
            where s.plan = found_sign.plan and n.form is not null and n.made_on = access.today()) >= 200 then
        return 'TOO_MANY';
    end if;
    insert into followup.sign_note (sign, unit, state, words, seen_on, standing, form, made_by)
        values (found_sign.id, found_sign.unit, seen, said, access.today(), 'WAITS', sent, null);
    return 'TAKEN';
end $$;
