-- Whether the actor manages all that somebody may do: everywhere, or in the own organisation when it keeps the person and
-- every role the person has lies within it. Who makes a link or a key, or changes the address that a link goes to, takes the
-- whole account in hand and must manage wholly.
create function access.manages_wholly(wanted bigint) returns boolean language sql stable security definer
    set search_path = access, pg_temp as $$
    select access.everywhere('MANAGE_PEOPLE') or exists (
        select from access.person p
        where p.id = wanted and not p.service and p.organisation = any (access.organisations_for('MANAGE_PEOPLE'))
          and not exists (
            select from access.assignment a
            where a.person = p.id and a.deleted_at is null and coalesce(a.valid_to, 'infinity') >= access.today()
              and (a.organisation is null or a.organisation <> all (access.organisations_for('MANAGE_PEOPLE')))))
$$;

-- Whether the actor may change what a person is called or let the person leave: as above, but a role that names a case and
-- no organisation is its case's own and hinders nobody from keeping the person's own organisation in order.
create or replace function access.manages(wanted bigint) returns boolean language sql stable security definer
    set search_path = access, pg_temp as $$
    select access.everywhere('MANAGE_PEOPLE') or exists (
        select from access.person p
        where p.id = wanted and not p.service and p.organisation = any (access.organisations_for('MANAGE_PEOPLE'))
          and not exists (
            select from access.assignment a
            where a.person = p.id and a.deleted_at is null and coalesce(a.valid_to, 'infinity') >= access.today()
              and not (a.organisation is null and a.partnership is not null)
              and (a.organisation is null or a.organisation <> all (access.organisations_for('MANAGE_PEOPLE')))))
$$;

create or replace function access.may_hand_over(wanted bigint) returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select access.manages_wholly(wanted) and access.may_come_in(wanted)
$$;
drop policy made_within on access.api_token;
create policy made_within on access.api_token for insert with check (
    (select cardinality(access.organisations_for('MANAGE_TOKENS')) > 0)
    and (person = access.person() or access.manages_wholly(person)));
drop policy changed_within on access.api_token;
create policy changed_within on access.api_token for update using (
    (select cardinality(access.organisations_for('MANAGE_TOKENS')) > 0)
    and (person = access.person() or access.manages_wholly(person)));

-- Asked of what the application itself writes; functions that know more ask for themselves.
create function access.refuse_taking_over() returns trigger language plpgsql as $$
begin
    if current_user = 'samverkan_app' and not access.manages_wholly(old.id) then
        raise exception 'the person has roles that the actor does not manage' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger not_taken_over before update on access.person for each row
    when (old.email is distinct from new.email or old.deleted_at is distinct from new.deleted_at
        or old.pseudonymised_at is distinct from new.pseudonymised_at or old.organisation is distinct from new.organisation)
    execute function access.refuse_taking_over();
