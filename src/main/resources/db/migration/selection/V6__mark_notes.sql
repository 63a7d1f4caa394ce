-- What a piece of the Inspectorate's material says, and its file, lie in a row of their own, so that a secrecy mark shuts them
-- to those of the round's people who are not let in; day and source are seen by all of them.
create table selection.note_content (
    note bigint primary key references selection.inspectorate_note,
    round bigint not null references selection.round,
    words text not null default '',
    file_name text,
    file_type text,
    file bytea,
    check (file is not null or length(trim(words)) > 0),
    check ((file is null) = (file_name is null) and (file is null) = (file_type is null))
);
insert into selection.note_content select id, round, note, file_name, file_type, file from selection.inspectorate_note;
alter table selection.inspectorate_note drop column note, drop column file_name, drop column file_type, drop column file;

alter table selection.note_content enable row level security;
create policy as_the_note on selection.note_content for select
    using (exists (select from selection.inspectorate_note n where n.id = note));
create policy not_marked on selection.note_content as restrictive for select
    using (note <> all ((select records.shut_fields('inspectorate-note', 'content'))::bigint[]));
create policy prepared on selection.note_content for insert
    with check (round = any ((select selection.rounds_prepared())::bigint[])
        and exists (select from selection.inspectorate_note n where n.id = note and n.round = note_content.round));
grant select, insert on selection.note_content to samverkan_app;
create trigger frozen before insert or update or delete on selection.note_content
    for each row execute function selection.stand_still('round');
create trigger closed before insert or update or delete on selection.note_content
    for each row execute function selection.refuse_closed('round');

-- Whoever prepares the round marks it.
call records.open_marks('inspectorate-note', 'exists (select from selection.inspectorate_note n where n.id = field_mark.about)',
    'exists (select from selection.inspectorate_note n where n.id = field_mark.about
        and n.round = any ((select selection.rounds_prepared())::bigint[]))');
