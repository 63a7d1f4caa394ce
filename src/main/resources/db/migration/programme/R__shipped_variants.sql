-- The variants that come with the system: the national programme and a municipal one on its model.
insert into programme.variant (key, name_sv, name_en, position) values
    ('sbs', 'Samverkan för bästa skola (SBS)', 'Collaboration for the best school (SBS)', 1),
    ('ksbs', 'Kommunal samverkan för bästa skola (KSBS)', 'Municipal collaboration for the best school (KSBS)', 2)
on conflict (key) do update set name_sv = excluded.name_sv, name_en = excluded.name_en, position = excluded.position;
