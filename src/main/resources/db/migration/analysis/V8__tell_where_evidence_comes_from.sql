-- What evidence stands for where it was chosen from another room: a closed survey or idea round, what a meeting noted or decided,
-- a document. The words are frozen: they tell what it said when it became evidence, whatever becomes of it there.
create table analysis.origin (
    part bigint primary key references analysis.part,
    kind text not null,
    ref text not null,
    words text not null check (length(words) between 1 and 20000),
    address text not null check (address like '/%'),
    kept_on date not null default access.today()
);

alter table analysis.origin enable row level security;
create policy known on analysis.origin for select using (
    analysis.of_part(part) = any ((select analysis.known())::bigint[]));
create policy added on analysis.origin for insert with check (
    analysis.of_part(part) = any ((select analysis.written())::bigint[]));

grant select, insert (part, kind, ref, words, address) on analysis.origin to samverkan_app;
