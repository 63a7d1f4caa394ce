-- What the directory tells: one row per unit with its organiser and its municipality.
create or replace view organisation.unit_seen with (security_invoker = true) as
select u.id, u.key, u.code, u.kind, u.name, u.status, u.opened, u.closed, u.special_support, u.international, u.source,
    u.orientation, u.address, u.postal_code, u.locality, u.version,
    o.id as organiser_id, o.key as organiser_key, o.name as organiser_name, o.organiser_type,
    case when not o.sole_trader then o.number end as organiser_number, o.municipality as organiser_municipality,
    coalesce(m.code, '') as municipality_code, coalesce(m.name, '') as municipality_name,
    coalesce(c.name, '') as county_name
from organisation.unit u
join organisation.organisation o on o.id = u.organiser
left join organisation.municipality m on m.code = u.municipality
left join organisation.county c on c.code = m.county;

create or replace view organisation.unit_form_seen with (security_invoker = true) as
select f.unit, f.form, f.grades, min(s.position) as position
from organisation.unit_form f join organisation.school_form s on s.code = f.form
group by f.unit, f.form;

-- The country as people look for it.
create or replace view organisation.country_named as
select 'COUNTRY' as kind, '' as ref, 'Sverige' as name, '' as place, '' as around, 'riket hela landet Sweden' as numbers,
    4 as weight;

grant select on organisation.country_named, organisation.unit_seen, organisation.unit_form_seen to samverkan_app;
