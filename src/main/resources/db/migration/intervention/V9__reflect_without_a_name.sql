-- What participants say of an occasion afterwards, without an account: see ADR 0085 for what that takes. An occasion that has been
-- agreed on gets a code when either side opens the reflection; it takes answers until it is closed, or for 14 days.
create table intervention.reflection (
    occasion bigint primary key references intervention.occasion,
    code text not null unique check (code ~ '^[a-z2-9]{8}$'),
    last_day date not null,
    -- What it came to, once it is closed: only what may be shown.
    answers int,
    useful int[],
    tries int[],
    made_by bigint not null default access.person(),
    check ((answers is null) = (useful is null) and (useful is null) = (tries is null))
);

-- An answer says nothing of who or when. Own words lie apart from what was chosen.
create table intervention.reflection_answer (
    id uuid primary key,
    occasion bigint not null references intervention.reflection,
    useful int not null check (useful between 1 and 4),
    tries int not null check (tries between 1 and 4)
);
create index reflection_answer_by_occasion on intervention.reflection_answer (occasion);
create table intervention.reflection_voice (
    id uuid primary key default gen_random_uuid(),
    occasion bigint not null references intervention.reflection,
    words text not null check (length(words) between 1 and 1000)
);
create index reflection_voice_by_occasion on intervention.reflection_voice (occasion);

-- The occasions whose reflections the actor runs: both sides do.
create function intervention.reflections_run() returns bigint[] language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select coalesce(array_agg(o.id), '{}') from intervention.occasion o
    where o.commission = any ((select intervention.asked())::bigint[]) or o.commission = any ((select intervention.given())::bigint[])
$$;
alter table intervention.reflection enable row level security;
create policy seen on intervention.reflection for select using (
    occasion = any ((select intervention.occasions_read())::bigint[]));
create policy opened on intervention.reflection for insert with check (
    made_by = access.person() and occasion = any ((select intervention.reflections_run())::bigint[]));
-- Without a policy nobody reaches a row: the functions below are the only way.
alter table intervention.reflection_answer enable row level security;
alter table intervention.reflection_voice enable row level security;

create function intervention.reflection_by_code(wanted text)
    returns table (title text, commission text, provider text, day date, is_open boolean)
    language sql stable security definer set search_path = intervention, pg_temp as $$
    select l.title, c.title, p.name, (l.starts_at at time zone 'Europe/Stockholm')::date,
        r.answers is null and r.last_day >= access.today()
    from intervention.reflection r join intervention.occasion o on o.id = r.occasion
    join intervention.commission c on c.id = o.commission join organisation.organisation p on p.id = c.provider
    join intervention.occasion_line l on l.occasion = o.id
    join intervention.plan_version v on v.id = l.plan_version and v.standing = 'AGREED'
    where r.code = wanted order by v.number desc limit 1
$$;

-- Takes an answer while it is open, once for each form. The lock is shared by all who answer and leaves no trace in any row.
create function intervention.reflect(to_code text, form uuid, how_useful int, will_try int, own_words text) returns text
    language plpgsql security definer set search_path = intervention, pg_temp as $$
declare
    found_id bigint;
    taken int;
begin
    select r.occasion into found_id from intervention.reflection r where r.code = to_code;
    if found_id is null then
        return 'UNKNOWN';
    end if;
    perform pg_advisory_xact_lock_shared(hashtextextended('intervention.reflection', found_id));
    perform from intervention.reflection r
    where r.occasion = found_id and r.answers is null and r.last_day >= access.today();
    if not found then
        return 'CLOSED';
    end if;
    insert into intervention.reflection_answer (id, occasion, useful, tries) values (form, found_id, how_useful, will_try)
        on conflict (id) do nothing;
    get diagnostics taken = row_count;
    if taken = 1 and own_words <> '' then
        insert into intervention.reflection_voice (occasion, words) values (found_id, own_words);
    end if;
    return 'TAKEN';
end $$;

-- How many have answered an open reflection.
create function intervention.reflected(wanted bigint) returns int language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select count(*)::int from intervention.reflection_answer a
    where a.occasion = wanted and wanted = any ((select intervention.reflections_run())::bigint[])
$$;

-- Sums up what may be shown and deletes every answer; of fewer than five nothing is kept but that they were too few. By those who run
-- it, or by anybody at night once its last day has passed.
create function intervention.close_reflection(wanted bigint) returns boolean language plpgsql security definer
    set search_path = intervention, pg_temp as $$
declare
    total int;
begin
    perform pg_advisory_xact_lock(hashtextextended('intervention.reflection', wanted));
    perform from intervention.reflection r where r.occasion = wanted and r.answers is null
      and (wanted = any (intervention.reflections_run()) or r.last_day < access.today());
    if not found then
        return false;
    end if;
    select count(*) into total from intervention.reflection_answer a where a.occasion = wanted;
    if total < 5 then
        delete from intervention.reflection_voice v where v.occasion = wanted;
        update intervention.reflection set answers = 0, useful = '{}', tries = '{}' where occasion = wanted;
    else
        update intervention.reflection r set answers = total,
            useful = array(select (select count(*)::int from intervention.reflection_answer a
                where a.occasion = wanted and a.useful = n) from generate_series(1, 4) n order by n),
            tries = array(select (select count(*)::int from intervention.reflection_answer a
                where a.occasion = wanted and a.tries = n) from generate_series(1, 4) n order by n)
        where r.occasion = wanted;
    end if;
    delete from intervention.reflection_answer a where a.occasion = wanted;
    return true;
end $$;

-- What participants wrote, in an order that tells nothing, once it is closed; read and taken away by both sides.
create function intervention.reflection_voices(wanted bigint) returns table (id uuid, words text)
    language sql volatile security definer set search_path = intervention, pg_temp as $$
    select v.id, v.words from intervention.reflection_voice v join intervention.reflection r on r.occasion = v.occasion
    where v.occasion = wanted and r.answers is not null and wanted = any ((select intervention.reflections_run())::bigint[])
    order by gen_random_uuid()
$$;
create function intervention.remove_reflection_voice(wanted uuid) returns bigint
    language sql security definer set search_path = intervention, pg_temp as $$
    delete from intervention.reflection_voice v using intervention.reflection r
    where v.id = wanted and r.occasion = v.occasion and r.answers is not null
      and v.occasion = any ((select intervention.reflections_run())::bigint[])
    returning v.occasion
$$;

-- Every night: what is over is closed, answers are laid anew in an order of chance, and own words go a year after their last day.
create function intervention.tidy_reflections() returns int language plpgsql security definer
    set search_path = intervention, pg_temp as $$
declare
    each bigint;
    closed int := 0;
begin
    for each in select r.occasion from intervention.reflection r
        where r.answers is null and r.last_day < access.today() order by r.occasion
    loop
        perform intervention.close_reflection(each);
        closed := closed + 1;
    end loop;
    delete from intervention.reflection_voice v using intervention.reflection r
    where r.occasion = v.occasion and r.last_day < access.today() - 365;
    lock table intervention.reflection_answer, intervention.reflection_voice in share row exclusive mode;
    with gone as (delete from intervention.reflection_answer returning *)
    insert into intervention.reflection_answer select * from gone order by gen_random_uuid();
    with gone as (delete from intervention.reflection_voice returning *)
    insert into intervention.reflection_voice select * from gone order by gen_random_uuid();
    return closed;
end $$;

grant select, insert (occasion, code, last_day) on intervention.reflection to samverkan_app;
