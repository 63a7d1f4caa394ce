-- What there is to say of a part lies in a row of its own, so that a secrecy mark shuts it to those who still see the part and
-- what it is called.
create table analysis.part_words (
    part bigint primary key,
    analysis bigint not null,
    words text not null check (length(words) between 1 and 20000),
    foreign key (part, analysis) references analysis.part (id, analysis)
);
insert into analysis.part_words select id, analysis, words from analysis.part where words <> '';
alter table analysis.part drop column words;

alter table analysis.part_words enable row level security;
create policy known on analysis.part_words for select using (analysis = any ((select analysis.known())::bigint[]));
create policy not_marked on analysis.part_words as restrictive for select
    using (part <> all ((select records.shut_fields('analysis-part', 'words'))::bigint[]));
create policy added on analysis.part_words for insert with check (analysis = any ((select analysis.written())::bigint[]));
create policy changed on analysis.part_words for update using (analysis = any ((select analysis.written())::bigint[]));
create policy emptied on analysis.part_words for delete using (analysis = any ((select analysis.written())::bigint[]));
grant select, insert, update (words), delete on analysis.part_words to samverkan_app;

-- What it was chosen from, and what stood there before, are as shut as what it says.
create policy not_marked on analysis.origin as restrictive for select
    using (part <> all ((select records.shut_fields('analysis-part', 'words'))::bigint[]));
create policy not_marked on analysis.kept_text as restrictive for select
    using (part <> all ((select records.shut_fields('analysis-part', 'words'))::bigint[]));

-- Those who write in the analysis mark what stands in it.
call records.open_marks('analysis-part',
    'exists (select from analysis.part p where p.id = field_mark.about)',
    'exists (select from analysis.part p where p.id = field_mark.about and p.analysis = any ((select analysis.written())::bigint[]))');
