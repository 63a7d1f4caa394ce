-- A kept text holds all that people wrote in the part, not only its sentence and its words.
alter table actionplan.kept_text add column fields jsonb not null default '{}'
    check (jsonb_typeof(fields) = 'object' and length(fields::text) <= 40000);

-- How somebody who reads a plan and does not write in it would word one of its texts. What stood there then is kept beside it.
create table actionplan.suggestion (
    id bigint generated always as identity primary key,
    plan bigint not null,
    part bigint not null,
    field text not null check (length(field) <= 40),
    base text not null check (length(base) <= 20000),
    words text not null check (length(trim(words)) between 1 and 20000),
    why text not null default '' check (length(why) <= 20000),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    unique (id, plan),
    foreign key (part, plan) references actionplan.part (id, plan)
);
create index suggestion_by_plan on actionplan.suggestion (plan);

-- What those who write the plan said to it: that it became the text, or why not.
create table actionplan.suggestion_answer (
    suggestion bigint primary key,
    plan bigint not null,
    accepted boolean not null,
    words text not null default '' check (length(words) <= 20000),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    foreign key (suggestion, plan) references actionplan.suggestion (id, plan),
    check (accepted or length(trim(words)) > 0)
);
create trigger answers_stand before update or delete on actionplan.suggestion_answer
    for each row execute function actionplan.forbid_change();

alter table actionplan.suggestion enable row level security;
create policy known on actionplan.suggestion for select using (plan = any ((select actionplan.known())::bigint[]));
create policy made on actionplan.suggestion for insert with check (
    made_by = access.person() and plan = any ((select actionplan.known())::bigint[]));
create policy taken_back on actionplan.suggestion for update using (
    made_by = access.person() and plan = any ((select actionplan.known())::bigint[]));

alter table actionplan.suggestion_answer enable row level security;
create policy known on actionplan.suggestion_answer for select using (plan = any ((select actionplan.known())::bigint[]));
create policy answered on actionplan.suggestion_answer for insert with check (
    made_by = access.person() and plan = any ((select actionplan.written())::bigint[]));

grant select, insert, update (withdrawn_at) on actionplan.suggestion to samverkan_app;
grant select, insert on actionplan.suggestion_answer to samverkan_app;
