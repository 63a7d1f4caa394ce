-- The areas that a commission serves, chosen in the plans of the case: their ids for those who read the plans, beside the words that
-- the provider reads.
alter table intervention.commission_part add column area_ids bigint[] not null default '{}';

-- The detailed plan of a commission, version by version. One side writes, proposes, and the other agrees or says why not; what has been
-- agreed stands until another version is. A draft is read by the side that writes it.
create table intervention.plan_version (
    id bigint generated always as identity primary key,
    commission bigint not null references intervention.commission,
    number int,
    side text not null check (side in ('CLIENT', 'PROVIDER')),
    standing text not null default 'DRAFT' check (standing in ('DRAFT', 'PROPOSED', 'AGREED', 'REFUSED', 'REPLACED')),
    words text not null default '' check (length(words) <= 5000),
    answer text not null default '' check (length(answer) <= 5000),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    settled_by bigint,
    settled_at timestamptz,
    check ((standing = 'AGREED') = (number is not null)),
    check ((standing in ('DRAFT', 'PROPOSED')) = (settled_at is null)),
    check (standing <> 'REFUSED' or length(trim(answer)) > 0),
    unique (commission, number)
);
create unique index one_draft_of_each_side on intervention.plan_version (commission, side) where standing = 'DRAFT';
create unique index one_proposal on intervention.plan_version (commission) where standing = 'PROPOSED';

-- An occasion (träff) of a commission through all versions of its plan, and what became of it. One that is for a single municipality of
-- several names its partnership.
create table intervention.occasion (
    id bigint generated always as identity primary key,
    commission bigint not null references intervention.commission,
    partnership bigint,
    standing text not null default 'PLANNED' check (standing in ('PLANNED', 'HELD', 'CANCELLED')),
    minutes int check (minutes between 5 and 720),
    done text not null default '' check (length(done) <= 5000),
    deviation text not null default '' check (length(deviation) <= 5000),
    told_by bigint,
    told_at timestamptz,
    version int not null default 0,
    made_by bigint not null default access.person(),
    check ((standing = 'HELD') = (minutes is not null)),
    check (standing <> 'CANCELLED' or length(trim(deviation)) > 0)
);
create index occasion_by_commission on intervention.occasion (commission);

-- What a version of the plan says of an occasion.
create table intervention.occasion_line (
    plan_version bigint not null references intervention.plan_version on delete cascade,
    occasion bigint not null references intervention.occasion,
    title text not null check (length(trim(title)) between 1 and 200),
    starts_at timestamptz not null,
    minutes int not null check (minutes between 5 and 720),
    place text not null default '' check (length(place) <= 200),
    remote boolean not null default false,
    content text not null default '' check (length(content) <= 5000),
    participants text not null check (length(trim(participants)) between 1 and 2000),
    preparation text not null default '' check (length(preparation) <= 5000),
    between_work text not null default '' check (length(between_work) <= 5000),
    leader bigint references access.person,
    leader_words text not null default '' check (length(leader_words) <= 200),
    version int not null default 0,
    primary key (plan_version, occasion),
    check (remote or length(trim(place)) > 0)
);
create index occasion_line_by_leader on intervention.occasion_line (leader) where leader is not null;

-- The versions that the actor reads: agreed ones as the commission, what is proposed or was refused the two sides, a draft its own side.
create function intervention.plans_read() returns bigint[] language sql stable security definer
    set search_path = intervention, pg_temp as $$
    with sides as (select (select intervention.asked()) as asked, (select intervention.given()) as given,
        (select intervention.known()) as known)
    select coalesce(array_agg(v.id), '{}') from intervention.plan_version v, sides s
    where v.standing = 'AGREED' and v.commission = any (s.known)
       or v.standing <> 'DRAFT' and (v.commission = any (s.asked) or v.commission = any (s.given))
       or v.side = 'PROVIDER' and v.commission = any (s.asked) or v.side = 'CLIENT' and v.commission = any (s.given)
$$;
create function intervention.plans_written() returns bigint[] language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select coalesce(array_agg(v.id), '{}') from intervention.plan_version v
    where v.standing = 'DRAFT' and (v.side = 'PROVIDER' and v.commission = any ((select intervention.asked())::bigint[])
        or v.side = 'CLIENT' and v.commission = any ((select intervention.given())::bigint[]))
$$;
-- The occasions that the actor reads: all of its commissions for a provider, those for its own municipality or for all for the others.
create function intervention.occasions_read() returns bigint[] language sql stable security definer
    set search_path = intervention, pg_temp as $$
    with sides as (select (select intervention.asked()) as asked, (select intervention.known()) as known,
        (select partnership.known()) as cases)
    select coalesce(array_agg(o.id), '{}') from intervention.occasion o, sides s
    where o.commission = any (s.asked)
       or o.commission = any (s.known) and (o.partnership is null or o.partnership = any (s.cases))
$$;

alter table intervention.plan_version enable row level security;
create policy seen on intervention.plan_version for select using (
    standing = 'AGREED' and commission = any ((select intervention.known())::bigint[])
    or standing <> 'DRAFT' and (commission = any ((select intervention.asked())::bigint[])
        or commission = any ((select intervention.given())::bigint[]))
    or side = 'PROVIDER' and commission = any ((select intervention.asked())::bigint[])
    or side = 'CLIENT' and commission = any ((select intervention.given())::bigint[]));
create policy begun on intervention.plan_version for insert with check (
    standing = 'DRAFT' and made_by = access.person()
    and (side = 'PROVIDER' and commission = any ((select intervention.asked())::bigint[])
        or side = 'CLIENT' and commission = any ((select intervention.given())::bigint[])));
create policy settled on intervention.plan_version for update using (
    standing in ('DRAFT', 'PROPOSED') and (commission = any ((select intervention.asked())::bigint[])
        or commission = any ((select intervention.given())::bigint[])))
    with check (true);
create policy thrown on intervention.plan_version for delete using (id = any ((select intervention.plans_written())::bigint[]));

alter table intervention.occasion enable row level security;
create policy seen on intervention.occasion for select using (
    commission = any ((select intervention.asked())::bigint[])
    or commission = any ((select intervention.known())::bigint[])
        and (partnership is null or partnership = any ((select partnership.known())::bigint[])));
create policy planned on intervention.occasion for insert with check (
    commission = any ((select intervention.asked())::bigint[]) or commission = any ((select intervention.given())::bigint[]));
create policy told on intervention.occasion for update using (
    commission = any ((select intervention.asked())::bigint[]) or commission = any ((select intervention.given())::bigint[]));

alter table intervention.occasion_line enable row level security;
create policy seen on intervention.occasion_line for select using (
    plan_version = any ((select intervention.plans_read())::bigint[])
    and occasion = any ((select intervention.occasions_read())::bigint[]));
create policy written on intervention.occasion_line for insert with check (
    plan_version = any ((select intervention.plans_written())::bigint[]));
create policy changed on intervention.occasion_line for update using (
    plan_version = any ((select intervention.plans_written())::bigint[]));
create policy taken_away on intervention.occasion_line for delete using (
    plan_version = any ((select intervention.plans_written())::bigint[]));

-- Makes a draft begin with what another version says; returns how many occasions it took over.
create function intervention.begin_with(draft bigint, from_version bigint) returns int language plpgsql security definer
    set search_path = intervention, pg_temp as $$
declare
    taken int;
begin
    if not draft = any (intervention.plans_written()) or not from_version = any (intervention.plans_read()) then
        return 0;
    end if;
    insert into intervention.occasion_line
        select draft, l.occasion, l.title, l.starts_at, l.minutes, l.place, l.remote, l.content, l.participants, l.preparation,
            l.between_work, l.leader, l.leader_words, 0
        from intervention.occasion_line l where l.plan_version = from_version;
    get diagnostics taken = row_count;
    return taken;
end $$;

-- Agrees to what the other side proposes: it gets the next number. Occasions that have been held or cancelled meanwhile stay as the
-- version before says, whatever the proposal says of them.
create function intervention.agree_to(wanted bigint, said text) returns boolean language plpgsql security definer
    set search_path = intervention, pg_temp as $$
declare
    of_commission bigint;
    last_agreed bigint;
    last_number int;
begin
    select v.commission into of_commission from intervention.plan_version v
    where v.id = wanted and v.standing = 'PROPOSED'
      and (v.side = 'PROVIDER' and v.commission = any (intervention.given())
        or v.side = 'CLIENT' and v.commission = any (intervention.asked()));
    if of_commission is null then
        return false;
    end if;
    select v.id, v.number into last_agreed, last_number from intervention.plan_version v
    where v.commission = of_commission and v.standing = 'AGREED' order by v.number desc limit 1;
    if last_agreed is not null then
        delete from intervention.occasion_line l using intervention.occasion o
        where l.plan_version = wanted and o.id = l.occasion and o.standing <> 'PLANNED';
        insert into intervention.occasion_line
            select wanted, l.occasion, l.title, l.starts_at, l.minutes, l.place, l.remote, l.content, l.participants, l.preparation,
                l.between_work, l.leader, l.leader_words, 0
            from intervention.occasion_line l join intervention.occasion o on o.id = l.occasion
            where l.plan_version = last_agreed and o.standing <> 'PLANNED';
    end if;
    update intervention.plan_version set standing = 'AGREED', number = coalesce(last_number, 0) + 1, answer = said,
        settled_by = access.person(), settled_at = now()
    where id = wanted;
    return true;
end $$;

-- The plan that holds, one line for each of its occasions.
create view intervention.holding_line with (security_invoker = true) as
    select l.*, v.commission
    from intervention.occasion_line l
    join (select distinct on (commission) id, commission from intervention.plan_version where standing = 'AGREED'
          order by commission, number desc) v on v.id = l.plan_version;

grant select, insert (commission, side), update (standing, words, answer, settled_by, settled_at), delete
    on intervention.plan_version to samverkan_app;
grant select, insert (commission, partnership), update (standing, minutes, done, deviation, told_by, told_at, version)
    on intervention.occasion to samverkan_app;
grant select, insert, update, delete on intervention.occasion_line to samverkan_app;
grant select on intervention.holding_line to samverkan_app;
