-- A clause that may be marked as secret is kept apart: its words lie in rows of their own, one for each text that holds it, so that
-- a mark shuts them to those who still see the agreement. The texts then hold its heading, which clause it is, and a checksum of
-- the words that is the same for the same words: by it two texts are compared, and what was signed is known again.
create table agreement.clause (
    id bigint generated always as identity primary key,
    partnership bigint not null,
    key text not null,
    heading text not null,
    salt uuid not null default gen_random_uuid(),
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now(),
    unique (partnership, key)
);
create table agreement.clause_words (
    clause bigint not null references agreement.clause,
    agreement bigint not null references agreement.agreement,
    edition int,
    party text check (party in ('AGENCY', 'ORGANISER')),
    words text not null,
    check ((edition is null) <> (party is null)),
    foreign key (agreement, edition) references agreement.edition
);
create unique index clause_words_once on agreement.clause_words (clause, agreement, coalesce(edition, 0), coalesce(party, ''));

alter table agreement.clause enable row level security;
create policy known on agreement.clause for select using (
    exists (select from agreement.agreement a where a.partnership = clause.partnership));
alter table agreement.clause_words enable row level security;
create policy of_edition on agreement.clause_words for select using (
    edition is not null and exists (select from agreement.edition e where e.agreement = clause_words.agreement
        and e.number = clause_words.edition));
create policy of_own_text on agreement.clause_words for all using (
    party is not null and exists (select from agreement.working_text w where w.agreement = clause_words.agreement
        and w.party = clause_words.party));
create policy not_marked on agreement.clause_words as restrictive for select
    using (clause <> all ((select records.shut_fields('agreement-clause', 'words'))::bigint[]));
grant select (id, partnership, key, heading, made_by, made_at) on agreement.clause to samverkan_app;
grant select, insert, update (words) on agreement.clause_words to samverkan_app;

create function agreement.checksum_of(of_clause bigint, words text) returns text language sql stable security definer
    set search_path = agreement, pg_temp as $$
    select encode(sha256(convert_to(c.salt || words, 'UTF8')), 'hex') from agreement.clause c where c.id = of_clause
$$;
create function agreement.words_in(content jsonb, wanted text) returns text language sql immutable as $$
    select c ->> 'words' from jsonb_array_elements(content -> 'clauses') c where c ->> 'key' = wanted and c ->> 'secret' is null
$$;
create function agreement.without_words(content jsonb, wanted text, kept bigint) returns jsonb language sql stable
    security definer set search_path = agreement, pg_temp as $$
    select jsonb_set(content, '{clauses}', (
        select jsonb_agg(case when c.value ->> 'key' = wanted and c.value ->> 'secret' is null
                then c.value || jsonb_build_object('words', '', 'secret', jsonb_build_object('id', kept,
                    'checksum', agreement.checksum_of(kept, c.value ->> 'words')))
                else c.value end order by c.ordinality)
        from jsonb_array_elements(content -> 'clauses') with ordinality c))
$$;

-- What is handed over stands, but for words that are moved to rows of their own.
create or replace function agreement.forbid_change() returns trigger language plpgsql as $$
begin
    if current_setting('agreement.keeping_apart', true) = 'on' then
        return new;
    end if;
    raise exception 'what has been handed over or accepted stands' using errcode = 'check_violation';
end $$;

-- Keeps a clause apart, in every text of the partnership that holds it. By those who draw up the agreement.
create function agreement.keep_apart(of_agreement bigint, wanted text, called text) returns bigint language plpgsql
    security definer set search_path = agreement, pg_temp as $$
declare
    kept bigint;
    theirs bigint;
begin
    if not of_agreement = any (agreement.drawn_up()) then
        raise exception 'not an agreement that the actor draws up' using errcode = 'insufficient_privilege';
    end if;
    select a.partnership into theirs from agreement.agreement a where a.id = of_agreement;
    insert into agreement.clause (partnership, key, heading) values (theirs, wanted, called)
        on conflict (partnership, key) do update set heading = excluded.heading returning id into kept;
    insert into agreement.clause_words (clause, agreement, party, words)
        select kept, w.agreement, w.party, agreement.words_in(w.content, wanted)
        from agreement.working_text w join agreement.agreement a on a.id = w.agreement
        where a.partnership = theirs and agreement.words_in(w.content, wanted) is not null
        on conflict do nothing;
    insert into agreement.clause_words (clause, agreement, edition, words)
        select kept, e.agreement, e.number, agreement.words_in(e.content, wanted)
        from agreement.edition e join agreement.agreement a on a.id = e.agreement
        where a.partnership = theirs and agreement.words_in(e.content, wanted) is not null
        on conflict do nothing;
    update agreement.working_text w set content = agreement.without_words(w.content, wanted, kept)
        from agreement.agreement a
        where a.id = w.agreement and a.partnership = theirs and agreement.words_in(w.content, wanted) is not null;
    perform set_config('agreement.keeping_apart', 'on', true);
    update agreement.edition e set content = agreement.without_words(e.content, wanted, kept)
        from agreement.agreement a
        where a.id = e.agreement and a.partnership = theirs and agreement.words_in(e.content, wanted) is not null;
    perform set_config('agreement.keeping_apart', '', true);
    return kept;
end $$;

-- What a text says that was copied from another goes with it, also when whoever copied it is shut out: the words are known again
-- by their checksum. To a party's own text, and to an edition that was handed over just now.
create function agreement.copy_words(to_agreement bigint, to_party text, to_edition int) returns void language plpgsql
    security definer set search_path = agreement, pg_temp as $$
begin
    if not to_agreement = any (agreement.drawn_up()) then
        return;
    end if;
    insert into agreement.clause_words (clause, agreement, party, edition, words)
        select distinct on (t.clause) t.clause, to_agreement, to_party, to_edition, w.words
        from (
            select (c -> 'secret' ->> 'id')::bigint as clause, c -> 'secret' ->> 'checksum' as checksum
            from (
                select content from agreement.working_text where agreement = to_agreement and party = to_party
                union all
                select content from agreement.edition where agreement = to_agreement and number = to_edition
            ) x, jsonb_array_elements(x.content -> 'clauses') c where c ->> 'secret' is not null
        ) t join agreement.clause_words w on w.clause = t.clause
        where agreement.checksum_of(t.clause, w.words) = t.checksum
        on conflict (clause, agreement, coalesce(edition, 0), coalesce(party, '')) do update set words = excluded.words;
end $$;

-- Those who draw up the agreement mark its clauses.
call records.open_marks('agreement-clause',
    'exists (select from agreement.clause c where c.id = field_mark.about)',
    'exists (select from agreement.clause c join agreement.agreement a on a.partnership = c.partnership
        where c.id = field_mark.about and a.id = any ((select agreement.drawn_up())::bigint[]))');
