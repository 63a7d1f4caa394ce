-- What is told and sent concerns others than the one who acts, so it goes past row-level security, through these narrow
-- doors and no other way.

create or replace function notice.tell(of_kind text, at_urgency text, people bigint[], to_organisations bigint[],
        about_ids jsonb, at timestamptz) returns bigint
    language plpgsql security definer set search_path = notice, pg_temp as $$
declare
    told bigint;
begin
    insert into notice.event (kind, about, organisations, told_at)
        values (of_kind, about_ids, to_organisations, at) returning id into told;
    insert into notice.outbox (event, person, urgency, try_at)
        select told, p.id, at_urgency, at from access.person p
        where p.id = any (people) and not p.service;
    return told;
end $$;
