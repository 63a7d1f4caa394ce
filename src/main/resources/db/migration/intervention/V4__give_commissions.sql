-- A commission (uppdrag) to a provider: what is asked for, in which terms. It is given from one partnership, and can be for several at
-- once: one course for several municipalities.
create table intervention.commission (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    provider bigint not null references organisation.organisation,
    entry bigint references intervention.entry,
    title text not null check (length(trim(title)) between 1 and 200),
    words text not null check (length(trim(words)) between 1 and 20000),
    first_term int not null,
    last_term int not null check (last_term >= first_term),
    answer_by date not null,
    standing text not null default 'GIVEN' check (standing in ('GIVEN', 'COUNTERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    version int not null default 0,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index commission_by_partnership on intervention.commission (partnership);
create index commission_by_provider on intervention.commission (provider);

-- For whom: an organiser's units, and the areas that it serves in words.
create table intervention.commission_part (
    commission bigint not null references intervention.commission,
    partnership bigint not null,
    organiser bigint not null references organisation.organisation,
    units bigint[] not null check (cardinality(units) > 0),
    areas text not null check (length(trim(areas)) between 1 and 5000),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    primary key (commission, partnership)
);
create index commission_part_by_partnership on intervention.commission_part (partnership);

-- What either side has said, with its reason and day. Nothing here is changed.
create table intervention.commission_word (
    id bigint generated always as identity primary key,
    commission bigint not null references intervention.commission,
    side text not null check (side in ('CLIENT', 'PROVIDER')),
    deed text not null check (deed in ('GIVE', 'ACCEPT', 'DECLINE', 'COUNTER', 'STEP_BACK', 'AGREE', 'INSIST', 'WITHDRAW')),
    words text not null default '' check (length(words) <= 5000),
    first_term int not null,
    last_term int not null check (last_term >= first_term),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    check (deed in ('GIVE', 'ACCEPT', 'AGREE') or length(trim(words)) > 0)
);
create index commission_word_by_commission on intervention.commission_word (commission, id);
create function intervention.forbid_change() returns trigger language plpgsql as $$
begin
    raise exception 'what was said of a commission stands' using errcode = 'check_violation';
end $$;
create trigger words_stand before update or delete on intervention.commission_word
    for each row execute function intervention.forbid_change();

-- The commissions that the actor has been given, gives, or knows of by a partnership.
create function intervention.asked() returns bigint[] language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select coalesce(array_agg(c.id), '{}') from intervention.commission c
    where (select access.everywhere('ANSWER_COMMISSIONS'))
       or c.provider = any ((select access.organisations_for('ANSWER_COMMISSIONS'))::bigint[])
$$;
create function intervention.given() returns bigint[] language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select coalesce(array_agg(c.id), '{}') from intervention.commission c
    where c.partnership = any ((select partnership.coordinated())::bigint[])
$$;
create function intervention.known() returns bigint[] language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select coalesce(array_agg(distinct p.commission), '{}') from intervention.commission_part p
    where p.partnership = any ((select partnership.known())::bigint[])
$$;

alter table intervention.commission enable row level security;
create policy seen on intervention.commission for select using (
    id = any ((select intervention.asked())::bigint[]) or id = any ((select intervention.known())::bigint[])
    or partnership = any ((select partnership.known())::bigint[]));
create policy given on intervention.commission for insert with check (
    partnership = any ((select partnership.coordinated())::bigint[]));
create policy moved on intervention.commission for update using (
    id = any ((select intervention.asked())::bigint[]) or id = any ((select intervention.given())::bigint[]));

-- A provider sees every part of its commissions; an organiser its own, not the neighbour's.
alter table intervention.commission_part enable row level security;
create policy seen on intervention.commission_part for select using (
    commission = any ((select intervention.asked())::bigint[])
    or partnership = any ((select partnership.known())::bigint[]));
create policy added on intervention.commission_part for insert with check (
    commission = any ((select intervention.given())::bigint[])
    and partnership = any ((select partnership.coordinated())::bigint[]));

alter table intervention.commission_word enable row level security;
create policy seen on intervention.commission_word for select using (
    commission = any ((select intervention.asked())::bigint[]) or commission = any ((select intervention.known())::bigint[])
    or commission = any ((select intervention.given())::bigint[]));
create policy said on intervention.commission_word for insert with check (
    made_by = access.person()
    and ((side = 'PROVIDER' and commission = any ((select intervention.asked())::bigint[]))
        or (side = 'CLIENT' and commission = any ((select intervention.given())::bigint[]))));

-- What somebody has said of commissions, for an extract.
create function intervention.commission_words_of_person(wanted bigint)
    returns table (title text, deed text, made_at timestamptz) language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select c.title, w.deed, w.made_at
    from intervention.commission_word w join intervention.commission c on c.id = w.commission
    where (select access.everywhere('EXTRACT_PERSON')) and w.made_by = wanted order by w.id
$$;

grant select, insert, update (standing, first_term, last_term, version) on intervention.commission to samverkan_app;
grant select, insert on intervention.commission_part, intervention.commission_word to samverkan_app;
