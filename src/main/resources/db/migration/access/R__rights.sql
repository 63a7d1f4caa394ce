-- The table of rights: every role of docs/roles.md, every verb of the doors. A test fails when a cell is missing.
delete from access.permission;
delete from access.role;

insert into access.role (role, position, reads, side) values
    ('ADMINISTRATOR', 1, 'NONE', 'INSTALLATION'),
    ('PROGRAMME_OFFICER', 2, 'ORGANISATION', 'AGENCY'),
    ('ASSESSOR', 3, 'NONE', 'AGENCY'),
    ('DECIDER', 4, 'NONE', 'AGENCY'),
    ('PROCESS_FACILITATOR', 5, 'ORGANISATION', 'AGENCY'),
    ('ANALYST', 6, 'ORGANISATION', 'AGENCY'),
    ('EDUCATION_DIRECTOR', 7, 'ORGANISER', 'ORGANISER'),
    ('COORDINATOR', 8, 'ORGANISATION', 'ORGANISER'),
    ('AREA_HEAD', 9, 'AREA', 'ORGANISER'),
    ('HEAD_TEACHER', 10, 'UNIT', 'UNIT'),
    ('WORKING_GROUP', 11, 'UNIT', 'UNIT'),
    ('STAFF', 12, 'NONE', 'UNIT'),
    ('RESEARCHER', 13, 'NONE', 'PROVIDER'),
    ('UNIVERSITY_COORDINATOR', 14, 'ORGANISATION', 'PROVIDER'),
    ('SPSM_ADVISER', 15, 'ORGANISATION', 'PROVIDER'),
    ('PROVIDER', 16, 'ORGANISATION', 'PROVIDER'),
    ('REGISTRAR', 17, 'NONE', 'ORGANISER'),
    ('ARCHIVIST', 18, 'NONE', 'ORGANISER'),
    ('EVALUATOR', 19, 'NONE', 'AGENCY'),
    ('MANAGEMENT', 20, 'NONE', 'AGENCY'),
    ('AUDITOR', 21, 'NONE', 'AGENCY'),
    ('PUBLISHER', 22, 'NONE', 'AGENCY');

insert into access.permission (role, verb, reach)
select r.role, v.verb, case when r.role = any (v.roles) then 'OWN' else 'NONE' end
from access.role r
cross join (values
    ('MANAGE_PEOPLE', array['ADMINISTRATOR']),
    ('MANAGE_TOKENS', array['ADMINISTRATOR']),
    ('READ_AUDIT', array['ADMINISTRATOR', 'AUDITOR']),
    ('DISPOSE_RECORDS', array['ADMINISTRATOR', 'ARCHIVIST']),
    ('IMPORT_FIGURES', array['ADMINISTRATOR', 'ANALYST']),
    ('READ_IMPORTS', array['ADMINISTRATOR', 'ANALYST', 'PROGRAMME_OFFICER', 'AUDITOR', 'EVALUATOR']),
    ('EDIT_UNITS', array['ADMINISTRATOR', 'EDUCATION_DIRECTOR', 'COORDINATOR']),
    ('EDIT_AREAS', array['ADMINISTRATOR', 'EDUCATION_DIRECTOR', 'COORDINATOR']),
    ('EDIT_CALENDAR', array['ADMINISTRATOR', 'EDUCATION_DIRECTOR', 'COORDINATOR'])
) as v (verb, roles);
