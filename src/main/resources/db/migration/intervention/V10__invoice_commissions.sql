-- How much of a funding decision can be invoiced for a commission, in öre. Frames add up; none is changed.
create table intervention.commission_frame (
    id bigint generated always as identity primary key,
    commission bigint not null references intervention.commission,
    partnership bigint not null,
    funding bigint not null,
    funding_number int not null,
    amount bigint not null check (amount > 0),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index commission_frame_by_commission on intervention.commission_frame (commission);
create index commission_frame_by_funding on intervention.commission_frame (funding);

-- What the provider has invoiced of a frame. One that was wrong is withdrawn with a reason, and stays.
create table intervention.commission_invoice (
    id bigint generated always as identity primary key,
    commission bigint not null references intervention.commission,
    frame bigint not null references intervention.commission_frame,
    number text not null check (length(trim(number)) between 1 and 60),
    day date not null,
    amount bigint not null check (amount > 0),
    words text not null default '' check (length(words) <= 2000),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    withdrawn_by bigint,
    withdrawn_at timestamptz,
    withdrawn_why text not null default '' check (length(withdrawn_why) <= 2000),
    check ((withdrawn_by is null) = (withdrawn_at is null)),
    check (withdrawn_at is null or length(trim(withdrawn_why)) > 0)
);
create unique index commission_invoice_once on intervention.commission_invoice (commission, number) where withdrawn_at is null;
create index commission_invoice_by_frame on intervention.commission_invoice (frame);

-- The frames that the actor reads: a provider those of its commissions, a case its own.
create function intervention.frames_read() returns bigint[] language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select coalesce(array_agg(f.id), '{}') from intervention.commission_frame f
    where f.commission = any ((select intervention.asked())::bigint[])
       or f.partnership = any ((select partnership.known())::bigint[])
$$;
alter table intervention.commission_frame enable row level security;
create policy seen on intervention.commission_frame for select using (
    commission = any ((select intervention.asked())::bigint[])
    or partnership = any ((select partnership.known())::bigint[]));
create policy taken on intervention.commission_frame for insert with check (
    made_by = access.person() and commission = any ((select intervention.given())::bigint[])
    and partnership = any ((select partnership.coordinated())::bigint[]));
alter table intervention.commission_invoice enable row level security;
create policy seen on intervention.commission_invoice for select using (
    frame = any ((select intervention.frames_read())::bigint[]));
create policy entered on intervention.commission_invoice for insert with check (
    made_by = access.person() and commission = any ((select intervention.asked())::bigint[]));
create policy withdrawn on intervention.commission_invoice for update using (
    commission = any ((select intervention.asked())::bigint[]));

-- How much of a funding decision has been taken for commissions, whichever of them the asker sees: a sum of the own case's money.
create function intervention.framed(of_funding bigint) returns bigint language sql stable security definer
    set search_path = intervention, pg_temp as $$
    select coalesce(sum(f.amount), 0)::bigint from intervention.commission_frame f
    where f.funding = of_funding and f.partnership = any ((select partnership.coordinated())::bigint[])
$$;

grant select, insert (commission, partnership, funding, funding_number, amount) on intervention.commission_frame to samverkan_app;
grant select, insert (commission, frame, number, day, amount, words), update (withdrawn_by, withdrawn_at, withdrawn_why)
    on intervention.commission_invoice to samverkan_app;
