-- The words by which the site's search finds a publication, made by the program when it is written. Those that were written before are
-- found by their words as they stand there.
alter table reporting.publication add column heard tsvector not null default ''::tsvector;
alter table reporting.publication disable trigger reviewed_stands;
update reporting.publication set heard = setweight(to_tsvector('simple', title), 'A')
    || setweight(to_tsvector('simple', words || ' ' || content), 'D');
alter table reporting.publication enable trigger reviewed_stands;
grant update (heard) on reporting.publication to samverkan_app;

-- What was reviewed is what is found too.
create or replace function reporting.keep_what_was_reviewed() returns trigger language plpgsql as $$
begin
    if old.standing not in ('DRAFT', 'RETURNED')
            and (new.title, new.words, new.reason, new.heard) is distinct from (old.title, old.words, old.reason, old.heard) then
        raise exception 'what is reviewed is what is shown' using errcode = 'check_violation';
    end if;
    if new.standing <> old.standing and (old.standing = 'WITHDRAWN' or new.standing = 'DRAFT'
            or new.standing = 'RELEASED' and old.standing <> 'PROPOSED') then
        raise exception 'nothing becomes public past its review' using errcode = 'check_violation';
    end if;
    return new;
end $$;
