package se.samverkan.access;

/** The roles of the programme; what each may do is data, in the table of rights. */
public enum Role {
    ADMINISTRATOR,
    PROGRAMME_OFFICER,
    ASSESSOR,
    DECIDER,
    PROCESS_FACILITATOR,
    ANALYST,
    EDUCATION_DIRECTOR,
    COORDINATOR,
    AREA_HEAD,
    HEAD_TEACHER,
    WORKING_GROUP,
    STAFF,
    RESEARCHER,
    UNIVERSITY_COORDINATOR,
    SPSM_ADVISER,
    PROVIDER,
    REGISTRAR,
    ARCHIVIST,
    EVALUATOR,
    MANAGEMENT,
    AUDITOR,
    PUBLISHER
}
