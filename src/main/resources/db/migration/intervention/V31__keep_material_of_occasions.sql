-- What was handed out at an occasion: files that either side puts there. Whoever reads the occasion reads its material.
create table intervention.material (
    id bigint generated always as identity primary key,
    occasion bigint not null references intervention.occasion,
    file bigint not null references records.file,
    words text not null default '' check (length(words) <= 500),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index material_by_occasion on intervention.material (occasion);
create index material_by_file on intervention.material (file);

-- The occasions to which the actor puts material: those of commissions that the own side gave or was asked.
create function intervention.occasions_told() returns bigint[] language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select coalesce(array_agg(o.id), '{}') from intervention.occasion o join intervention.commission c on c.id = o.commission
    where c.standing in ('ACCEPTED', 'REPORTED')
      and (o.commission = any ((select intervention.asked())::bigint[])
        or o.commission = any ((select intervention.given())::bigint[]))
$$;

alter table intervention.material enable row level security;
create policy seen on intervention.material for select using (
    occasion = any ((select intervention.occasions_read())::bigint[]));
create policy put on intervention.material for insert with check (
    made_by = access.person() and occasion = any ((select intervention.occasions_told())::bigint[]));
create policy of_material on records.file for select using (
    exists (select from intervention.material m where m.file = file.id));
grant select, insert on intervention.material to samverkan_app;

-- Takes material away with its file, which nothing else holds.
create function intervention.remove_material(wanted bigint) returns boolean language plpgsql security definer
    set search_path = intervention, pg_temp as $$
declare
    kept_in bigint;
begin
    delete from intervention.material m where m.id = wanted
        and m.occasion = any ((select intervention.occasions_told())::bigint[]) returning m.file into kept_in;
    if kept_in is null then
        return false;
    end if;
    delete from records.file where id = kept_in;
    return true;
end $$;

create function intervention.materials_of_person(wanted bigint) returns table (title text, made_at timestamptz)
    language sql stable security definer set search_path = intervention, pg_temp as $$
    select f.name || case when m.words = '' then '' else ': ' || m.words end, m.made_at
    from intervention.material m join records.file f on f.id = m.file
    where (select access.may_extract(wanted)) and m.made_by = wanted order by m.id
$$;
