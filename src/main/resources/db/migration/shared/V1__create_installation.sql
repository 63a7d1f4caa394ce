-- What this database is, for ever: a demonstration with an invented country, or a real one.
create table shared.installation (
    only_row boolean primary key default true check (only_row),
    kind text not null check (kind in ('DEMONSTRATION', 'REAL')),
    created_at timestamptz not null default now()
);

-- Secrets that every copy of the application must share; made by the first one that starts.
create table shared.secret (
    name text primary key,
    value bytea not null
);

grant usage on schema shared to samverkan_app;
grant select, insert on shared.installation, shared.secret to samverkan_app;

-- A database keeps its kind: the row is written once.
create function shared.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% keeps what it has', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger installation_is_for_ever before update or delete on shared.installation
    for each row execute function shared.refuse_change();
