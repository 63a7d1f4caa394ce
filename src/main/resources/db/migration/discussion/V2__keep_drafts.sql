-- A form that somebody is writing in and has not sent: by the address that it is sent to, and which of the forms of its page
-- it is. It is its writer's alone. The token is the form's own, so that what has been sent since is known.
create table discussion.draft (
    person bigint not null default access.person() references access.person,
    form text not null check (length(form) between 1 and 400),
    token uuid not null,
    content jsonb not null,
    kept_at timestamptz not null default now(),
    primary key (person, form)
);
create index draft_by_time on discussion.draft (kept_at);
alter table discussion.draft enable row level security;
create policy ones_own on discussion.draft for all
    using (person = access.person() and person <> 0) with check (person = access.person() and person <> 0);
grant select, insert (form, token, content), update (token, content, kept_at), delete on discussion.draft to samverkan_app;

-- Forgets what has been sent, and what nobody came back to.
create function discussion.forget_drafts(after_days int) returns void language sql security definer
    set search_path = discussion, pg_temp as $$
    delete from discussion.draft d where d.kept_at < now() - make_interval(days => after_days)
        or exists (select from shared.sent_form s where s.token = d.token and s.person = d.person)
$$;
-- Of somebody who is known by a number only, nothing half written is kept.
create function discussion.forget_drafts_of(who bigint) returns void language sql security definer
    set search_path = discussion, pg_temp as $$
    delete from discussion.draft d where d.person = who
        and exists (select from access.person p where p.id = who and p.pseudonymised_at is not null)
$$;
