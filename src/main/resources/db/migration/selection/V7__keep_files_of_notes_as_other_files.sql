-- The files of the Inspectorate's material are kept as all other files: in parts, inspected, scanned where there is a scanner, and
-- pictures without their place. Those that are here already are carried over byte by byte, with their checksum.
alter table selection.note_content disable trigger user;
alter table selection.note_content add column kept bigint references records.file;
do $$
declare
    note record;
    made bigint;
begin
    for note in
        select c.note, c.file_name, c.file_type, c.file, n.made_by, n.made_at
        from selection.note_content c join selection.inspectorate_note n on n.id = c.note
        where c.file is not null and octet_length(c.file) > 0 order by c.note
    loop
        insert into records.file (name, media_type, size, checksum, scan, cleaned, made_by, made_at, attached_at)
            values (left(note.file_name, 200), note.file_type, octet_length(note.file), sha256(note.file), 'NOT_SCANNED', false,
                note.made_by, note.made_at, note.made_at)
            returning id into made;
        insert into records.file_part (file, number, content)
            select made, part, substring(note.file from part * 1048576 + 1 for 1048576)
            from generate_series(0, (octet_length(note.file) - 1) / 1048576) part;
        update selection.note_content set kept = made where note_content.note = note.note;
    end loop;
end $$;
alter table selection.note_content drop column file, drop column file_name, drop column file_type;
alter table selection.note_content rename column kept to file;
alter table selection.note_content add check (file is not null or length(trim(words)) > 0);
alter table selection.note_content enable trigger user;
create index note_content_by_file on selection.note_content (file);

-- Whoever sees what a piece says sees its file.
create policy of_notes on records.file for select using (
    exists (select from selection.note_content c where c.file = file.id));
