-- What is written beside a series of a data pack lies in a row of its own, so that a secrecy mark shuts it to those who still see
-- the pack, as in V29.
alter table analysis.annotation add column id bigint generated always as identity unique;
create table analysis.annotation_words (
    annotation bigint primary key references analysis.annotation (id),
    words text not null check (length(words) between 1 and 20000)
);
insert into analysis.annotation_words select id, words from analysis.annotation where words <> '';
alter table analysis.annotation drop column words;

alter table analysis.annotation_words enable row level security;
create policy known on analysis.annotation_words for select using (
    exists (select from analysis.annotation a where a.id = annotation));
create policy not_marked on analysis.annotation_words as restrictive for select
    using (annotation <> all ((select records.shut_fields('data-pack-annotation', 'words'))::bigint[]));
create policy written on analysis.annotation_words for all using (
    exists (select from analysis.annotation a where a.id = annotation
        and analysis.annotates(a.partnership, a.agency, a.organiser, a.unit)));
revoke update on analysis.annotation from samverkan_app;
grant update (version, changed_by, changed_at) on analysis.annotation to samverkan_app;
grant select, insert, update (words), delete on analysis.annotation_words to samverkan_app;

-- Those who write in the pack mark what stands in it.
call records.open_marks('data-pack-annotation',
    'exists (select from analysis.annotation a where a.id = field_mark.about)',
    'exists (select from analysis.annotation a where a.id = field_mark.about
        and analysis.annotates(a.partnership, a.agency, a.organiser, a.unit))');
