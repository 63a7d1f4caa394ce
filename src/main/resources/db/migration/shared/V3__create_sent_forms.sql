-- Forms that have been sent, each by a token of its own: one that comes twice counts once, and is answered as the first.
create table shared.sent_form (
    token uuid not null,
    person bigint not null default coalesce(nullif(current_setting('samverkan.person', true), ''), '0')::bigint,
    sent_at timestamptz not null default now(),
    answer text not null default '',
    primary key (token, person)
);
create index sent_form_by_time on shared.sent_form (sent_at);
grant select, insert, update, delete on shared.sent_form to samverkan_app;
