-- That a case goes over to the short forms, or back to the long ones, where its variant has short ones: by whom and why. The
-- partnership itself says which holds now.
create table partnership.forms_chosen (
    id bigint generated always as identity primary key,
    partnership bigint not null references partnership.partnership,
    light boolean not null,
    words text not null check (length(trim(words)) > 0),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index forms_chosen_by_partnership on partnership.forms_chosen (partnership);
alter table partnership.forms_chosen enable row level security;
create policy known on partnership.forms_chosen for select using (
    partnership = any ((select partnership.known())::bigint[]));
create policy coordinated on partnership.forms_chosen for insert with check (
    made_by = access.person() and partnership = any ((select partnership.coordinated())::bigint[]));
grant select, insert on partnership.forms_chosen to samverkan_app;
