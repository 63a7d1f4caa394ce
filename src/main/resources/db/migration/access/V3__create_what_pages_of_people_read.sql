-- Assignments with the names of their places, for the pages; under the policies of the one who reads.
create view access.assignment_shown with (security_invoker = true) as
select a.*, o.name as organisation_name, u.name as unit_name, ar.name as area_name,
    concat_ws(', ', u.name, ar.name, o.name) as place,
    case when a.deleted_at is not null then 'REMOVED'
         when a.valid_from > access.today() then 'COMING'
         when a.valid_to < access.today() then 'ENDED'
         else 'CURRENT' end as state
from access.assignment a
left join organisation.organisation o on o.id = a.organisation
left join organisation.unit u on u.id = a.unit
left join organisation.area ar on ar.id = a.area;

-- Whether the installation would still have an administrator when this assignment, or this person, is done on a day:
-- somebody else must hold the whole of it today and beyond that day. Asked past row-level security, since the one who
-- ends the assignment need not see the others.
create function access.administered_without(assignments bigint[], on_day date) returns boolean
    language sql stable security definer set search_path = access, pg_temp as $$
    select exists (
        select from access.assignment a join access.person p on p.id = a.person
        where a.role = 'ADMINISTRATOR' and a.organisation is null and a.deleted_at is null
          and a.id <> all (assignments) and not p.service and p.deleted_at is null and p.pseudonymised_at is null
          and a.valid_from <= access.today() and coalesce(a.valid_to, 'infinity') > greatest(on_day, access.today())
          and coalesce(p.left_on, 'infinity') > greatest(on_day, access.today()))
$$;

grant select on access.assignment_shown to samverkan_app;
