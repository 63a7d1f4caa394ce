-- What a paragraph says lies in a row of its own, so that a secrecy mark shuts it to those who still see that it was written.
create table meeting.paragraph_words (
    paragraph bigint primary key references meeting.paragraph,
    words text not null check (length(trim(words)) between 1 and 20000)
);
insert into meeting.paragraph_words select id, words from meeting.paragraph;
alter table meeting.paragraph drop column words;

-- Whether what is removed goes by a disposal that two people have decided, and by nothing else: a closed meeting stays closed.
create function meeting.is_disposing() returns boolean language sql stable as $$
    select current_user <> 'samverkan_app' and coalesce(current_setting('samverkan.disposing', true), '') = 'meeting'
$$;
create function meeting.keep_closed_words() returns trigger language plpgsql as $$
begin
    if not meeting.is_disposing() and exists (
            select from meeting.paragraph p where p.id = coalesce(new.paragraph, old.paragraph) and p.scope <> 'OWN'
              and meeting.is_closed(p.meeting)) then
        raise exception 'the meeting is closed' using errcode = 'check_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger closed_words before insert or update or delete on meeting.paragraph_words
    for each row execute function meeting.keep_closed_words();

alter table meeting.paragraph_words enable row level security;
create policy as_the_paragraph on meeting.paragraph_words for select using (
    exists (select from meeting.paragraph p where p.id = paragraph));
create policy not_marked on meeting.paragraph_words as restrictive for select
    using (paragraph <> all ((select records.shut_fields('meeting-paragraph', 'words'))::bigint[]));
create policy noted on meeting.paragraph_words for insert with check (
    exists (select from meeting.paragraph p where p.id = paragraph and p.made_by = access.person()));
create policy changed on meeting.paragraph_words for update using (exists (
    select from meeting.paragraph p where p.id = paragraph and case p.scope
        when 'OWN' then p.made_by = access.person()
        when 'DRAFT' then p.meeting = any ((select meeting.led())::bigint[])
        else p.meeting = any ((select meeting.written())::bigint[]) end));
grant select, insert, update (words) on meeting.paragraph_words to samverkan_app;

-- What a marked paragraph said before is as shut as what it says.
create policy not_marked on meeting.paragraph_text as restrictive for select
    using (paragraph <> all ((select records.shut_fields('meeting-paragraph', 'words'))::bigint[]));

-- Those who write it mark it: the facilitators a draft, everybody who writes in the meeting what is shared. A working note is
-- its writer's alone and needs no mark.
call records.open_marks('meeting-paragraph', 'exists (select from meeting.paragraph p where p.id = field_mark.about)',
    'exists (select from meeting.paragraph p where p.id = field_mark.about and case p.scope when ''OWN'' then false
        when ''DRAFT'' then p.meeting = any ((select meeting.led())::bigint[])
        else p.meeting = any ((select meeting.written())::bigint[]) end)');
