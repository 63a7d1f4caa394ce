-- A third way to allot places: whoever has a needs index from the threshold of the locked plan on is offered support. The threshold itself
-- stands in the plan's text, under its checksum.
alter table selection.allotment
    drop constraint allotment_method_check,
    add constraint allotment_method_check check (method in ('LOT', 'ASSESSMENT', 'THRESHOLD'));
create or replace function selection.is_allotted(in_round bigint) returns boolean language sql stable security definer
    set search_path = selection, pg_temp as $$
    select exists (select from selection.allotment a where a.round = in_round
        and (a.method <> 'LOT' or exists (select from selection.draw d where d.round = a.round)))
$$;
create or replace function selection.may_allot(in_round bigint, of_basis int, by_method text) returns boolean language sql stable
    security definer set search_path = selection, pg_temp as $$
    select selection.is_frozen(in_round)
        and of_basis = (select max(version) from selection.basis where round = in_round)
        and (by_method <> 'LOT' or exists (select from selection.seed s where s.round = in_round
            and s.committed_in <> pg_current_xact_id()))
$$;
