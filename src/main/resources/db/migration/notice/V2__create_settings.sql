-- When somebody wants mail: one digest a day at an hour of one's own, or none. What waits for the very person comes at once.
create table notice.setting (
    person bigint primary key default access.person() references access.person,
    digest boolean not null,
    hour smallint not null check (hour between 0 and 23),
    version int not null default 1
);
alter table notice.setting enable row level security;
create policy ones_own on notice.setting for all using (person = access.person());
grant select, insert (digest, hour), update (digest, hour, version) on notice.setting to samverkan_app;

-- One digest a day is looked for by the day it was sent.
create index mail_by_day on notice.mail (person, sent_at) where urgency = 'DIGEST';
