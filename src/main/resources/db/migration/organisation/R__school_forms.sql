-- School forms and grades with their time of validity. Since 2025 anpassad replaces sär; from the autumn of 2028 the
-- preschool class becomes year 1 of a ten-year compulsory school (decided; see docs/methods/breaks-in-series.md).
delete from organisation.grade;
delete from organisation.school_form;

insert into organisation.school_form (code, valid_from, valid_to, register_code, name_sv, name_en, position) values
    ('PRESCHOOL', '1998-01-01', null, null, 'förskola', 'preschool', 1),
    ('PRESCHOOL_CLASS', '1998-01-01', '2028-07-01', 'FKLASS', 'förskoleklass', 'preschool class', 2),
    ('COMPULSORY', '1962-07-01', null, 'GR', 'grundskola', 'compulsory school', 3),
    ('ADAPTED_COMPULSORY', '2023-07-02', null, 'GRAN', 'anpassad grundskola', 'adapted compulsory school', 4),
    ('SPECIAL', '1965-07-01', null, 'SP', 'specialskola', 'special school', 5),
    ('SAMI', '1962-07-01', null, 'SAM', 'sameskola', 'Sami school', 6),
    ('UPPER_SECONDARY', '1971-07-01', null, 'GY', 'gymnasieskola', 'upper secondary school', 7),
    ('ADAPTED_UPPER_SECONDARY', '2023-07-02', null, 'GYAN', 'anpassad gymnasieskola', 'adapted upper secondary school', 8),
    ('ADULT', '2012-07-01', null, 'VUX', 'vuxenutbildning', 'adult education', 9);

insert into organisation.grade (form, grade, position, last, valid_from, valid_to)
select 'COMPULSORY', g::text, g, g = 9, date '1962-07-01', date '2028-07-01' from generate_series(1, 9) g
union all
select 'COMPULSORY', g::text, g, g = 10, date '2028-07-01', null from generate_series(1, 10) g
union all
select 'ADAPTED_COMPULSORY', g::text, g, g = 9, date '2023-07-02', date '2028-07-01' from generate_series(1, 9) g
union all
select 'ADAPTED_COMPULSORY', g::text, g, g = 10, date '2028-07-01', null from generate_series(1, 10) g
union all
select 'PRESCHOOL_CLASS', 'F', 0, true, date '1998-01-01', date '2028-07-01'
union all
select 'SAMI', g::text, g, g = 6, date '1962-07-01', null from generate_series(1, 6) g
union all
select 'SPECIAL', g::text, g, g = 10, date '1965-07-01', null from generate_series(1, 10) g
union all
select 'UPPER_SECONDARY', g::text, g, g = 3, date '1971-07-01', null from generate_series(1, 3) g
union all
select 'ADAPTED_UPPER_SECONDARY', g::text, g, g = 4, date '2023-07-02', null from generate_series(1, 4) g;
