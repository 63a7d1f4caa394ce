-- The table of rights: every role of docs/roles.md, every verb of the doors. A test fails when a cell is missing.
delete from access.permission;
delete from access.role;

insert into access.role (role, position, reads, side, place) values
    ('ADMINISTRATOR', 1, 'NONE', 'INSTALLATION', 'ANY'),
    ('PROGRAMME_OFFICER', 2, 'ORGANISATION', 'AGENCY', 'ANY'),
    ('ASSESSOR', 3, 'NONE', 'AGENCY', 'ANY'),
    ('DECIDER', 4, 'NONE', 'AGENCY', 'ANY'),
    ('PROCESS_FACILITATOR', 5, 'ORGANISATION', 'AGENCY', 'ANY'),
    ('ANALYST', 6, 'ORGANISATION', 'AGENCY', 'ANY'),
    ('EDUCATION_DIRECTOR', 7, 'ORGANISER', 'ORGANISER', 'ORGANISATION'),
    ('COORDINATOR', 8, 'ORGANISATION', 'ORGANISER', 'ORGANISATION'),
    ('AREA_HEAD', 9, 'AREA', 'ORGANISER', 'AREA'),
    ('HEAD_TEACHER', 10, 'UNIT', 'UNIT', 'UNIT'),
    ('WORKING_GROUP', 11, 'UNIT', 'UNIT', 'UNIT'),
    ('STAFF', 12, 'NONE', 'UNIT', 'UNIT'),
    ('RESEARCHER', 13, 'NONE', 'PROVIDER', 'ANY'),
    ('UNIVERSITY_COORDINATOR', 14, 'ORGANISATION', 'PROVIDER', 'ORGANISATION'),
    ('SPSM_ADVISER', 15, 'ORGANISATION', 'PROVIDER', 'ANY'),
    ('PROVIDER', 16, 'ORGANISATION', 'PROVIDER', 'ORGANISATION'),
    ('REGISTRAR', 17, 'NONE', 'ORGANISER', 'ORGANISATION'),
    ('ARCHIVIST', 18, 'NONE', 'ORGANISER', 'ANY'),
    ('EVALUATOR', 19, 'NONE', 'AGENCY', 'ANY'),
    ('MANAGEMENT', 20, 'NONE', 'AGENCY', 'ANY'),
    ('AUDITOR', 21, 'NONE', 'AGENCY', 'ANY'),
    ('PUBLISHER', 22, 'NONE', 'AGENCY', 'ANY');

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
    ('EDIT_CALENDAR', array['ADMINISTRATOR', 'EDUCATION_DIRECTOR', 'COORDINATOR']),
    ('PREPARE_SELECTION', array['PROGRAMME_OFFICER']),
    ('ASSESS_SELECTION', array['ASSESSOR']),
    ('DECIDE_SELECTION', array['DECIDER']),
    ('REVEAL_SELECTION', array['PROGRAMME_OFFICER', 'PUBLISHER']),
    ('READ_DECISION', array['EDUCATION_DIRECTOR', 'COORDINATOR']),
    ('READ_REGISTER', array['REGISTRAR', 'ARCHIVIST']),
    ('EXPORT_RESEARCH', array['EVALUATOR']),
    ('ANSWER_INVITATION', array['EDUCATION_DIRECTOR', 'COORDINATOR']),
    ('EDIT_ORGANISATIONS', array['ADMINISTRATOR']),
    ('MAKE_ARCHIVE_PACKAGE', array['PROGRAMME_OFFICER', 'REGISTRAR', 'ARCHIVIST']),
    ('ASK_FOR_SIGNATURES', array['PROGRAMME_OFFICER', 'REGISTRAR']),
    ('EXTRACT_PERSON', array['ADMINISTRATOR', 'ARCHIVIST'])
) as v (verb, roles);
