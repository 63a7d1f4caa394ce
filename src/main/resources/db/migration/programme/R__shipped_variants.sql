-- The variants that come with the system, in their order: the national programme and a municipal one on its model. What they
-- say is in the files of src/main/resources/programme, which are read at start.
insert into programme.variant (key, name_sv, name_en, position) values
    ('sbs', 'Samverkan för bästa skola (SBS)', 'Collaboration for the best school (SBS)', 1),
    ('ksbs', 'Kommunal samverkan för bästa skola (KSBS)', 'Municipal collaboration for the best school (KSBS)', 2),
    ('quality-work', 'Eget kvalitetsarbete', 'Own quality work', 3)
on conflict (key) do update set position = excluded.position;
