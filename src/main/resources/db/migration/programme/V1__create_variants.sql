grant usage on schema programme to samverkan_app;

-- A programme variant is data. The rooms name it by its key, which never changes.
create table programme.variant (
    key text primary key check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
    name_sv text not null,
    name_en text not null,
    position smallint not null
);

grant select on programme.variant to samverkan_app;
