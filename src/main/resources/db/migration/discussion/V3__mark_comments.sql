-- What a comment says lies in a row of its own, so that a secrecy mark shuts it to those who still see that it was made.
create table discussion.comment_words (
    comment bigint primary key references discussion.comment,
    words text not null check (length(trim(words)) between 1 and 10000)
);
insert into discussion.comment_words select id, words from discussion.comment;
alter table discussion.comment drop column words;

alter table discussion.comment_words enable row level security;
create policy as_the_comment on discussion.comment_words for select
    using (exists (select from discussion.comment c where c.id = comment));
create policy not_marked on discussion.comment_words as restrictive for select
    using (comment <> all ((select records.shut_fields('comment', 'words'))::bigint[]));
create policy ones_own on discussion.comment_words for insert
    with check (exists (select from discussion.comment c where c.id = comment and c.made_by = access.person()));
grant select, insert on discussion.comment_words to samverkan_app;

-- Whoever said it marks it.
call records.open_marks('comment', 'exists (select from discussion.comment c where c.id = field_mark.about)',
    'exists (select from discussion.comment c where c.id = field_mark.about and c.made_by = access.person())');
