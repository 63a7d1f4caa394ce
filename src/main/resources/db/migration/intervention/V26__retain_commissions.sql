-- What has been asked of a provider, and what it answered, is the parties' evidence and is kept.
insert into records.retention_rule (kind, years, reason, legal_ground) values
    ('commissions', null, 'Ett uppdrag och svaret på det är parternas bevis.', 'Arkivlagen (1990:782) 3 §');

-- What somebody has chosen for a cause and why, for the extract of one person.
create function intervention.choices_of_person(wanted bigint) returns table (title text, words text, made_at timestamptz)
    language sql stable security definer set search_path = intervention, pg_temp as $$
    select c.title, c.words, c.made_at from intervention.choice c
    where (select access.may_extract(wanted)) and c.made_by = wanted order by c.id
$$;
