package se.samverkan.statistics.skolverket;

/** What sort of answer it is, in the order in which they are asked for and taken in. */
enum Kind {
    /** All organisers of the register. */
    ORGANISERS,
    /** All units of the register, with name and status only. */
    REGISTER_UNITS,
    /** The names of municipalities and counties. */
    AREAS,
    /** One page of the units that have figures. */
    LISTING,
    /** SALSA of all schools, in one answer. */
    SALSA,
    /** One unit of the register. */
    REGISTER_UNIT,
    /** The figures of one unit's compulsory school. */
    COMPULSORY,
    /** The figures of one unit's upper secondary school. */
    UPPER_SECONDARY,
    /** Which surveys there are at one unit. */
    SURVEYS,
    /** One survey at one unit. */
    SURVEY
}
