-- As before, but whoever asks says how many answers are ranked at most: a thousand where somebody searches, who sees how many there are and
-- narrows the question, and fewer where a page shows the handful that is most alike beside something else.
drop function intervention.lessons_found(text, text[], bigint, int, bigint);
create function intervention.lessons_found(asked text, about text[], leaving_out bigint, ranked int, most int, skip bigint)
    returns table (id bigint, total bigint) language plpgsql stable security definer
    set search_path = intervention, pg_temp as $$
declare
    may_write bigint[] := access.units_for('WRITE_LESSONS');
    may_tell bigint[] := intervention.telling_organisations();
    writes_all boolean := access.everywhere('WRITE_LESSONS');
    reads boolean := intervention.holds('READ_LESSONS');
    provides boolean := intervention.is_provider();
    readable bigint[] := access.organisations_for('READ_LESSONS');
begin
    return query execute format($q$
        with hit as materialized (
            select l.id, l.heard, l.made_at from intervention.lesson l
            where %s and %s and l.removed_at is null and l.id <> $3
              and (l.unit = any ($4) or (l.unit is null and l.organisation = any ($5)) or $6
                or (l.readers = 'EVERYBODY' and $7) or (l.readers = 'PROVIDERS' and $8)
                or (l.readers <> 'OWN' and l.organisation = any ($9)))
            %s limit $12
        )
        select h.id, count(*) over () from hit h
        order by %s h.made_at desc, h.id desc limit $10 offset $11 $q$,
        case when asked = '' then 'true' else 'l.heard @@ $1::tsquery' end,
        case when about = '{}' then 'true' else 'l.themes && $2' end,
        case when asked = '' then 'order by l.made_at desc, l.id desc' else '' end,
        case when asked = '' then '' else 'ts_rank(h.heard, $1::tsquery) desc,' end)
    using asked, about, leaving_out, may_write, may_tell, writes_all, reads, provides, readable, most, skip, ranked;
end $$;
