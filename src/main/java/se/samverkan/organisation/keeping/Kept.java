package se.samverkan.organisation.keeping;

/** The sorts of things that are kept, each with its table, the verb that guards it and its name in the audit log. */
enum Kept {
    AREA("organisation.area", "EDIT_AREAS", "area", "t.name"),
    CALENDAR("organisation.calendar_day", "EDIT_CALENDAR", "calendar", "t.name"),
    SUCCESSION(
            "organisation.succession",
            "EDIT_UNITS",
            "succession",
            "(select p.name || ' → ' || s.name from organisation.unit p, organisation.unit s "
                    + "where p.id = t.predecessor and s.id = t.successor)"),
    ORGANISATION("organisation.organisation", "EDIT_ORGANISATIONS", "organisation", "t.name");

    private final String table;
    private final String verb;
    private final String type;
    private final String name;

    Kept(String table, String verb, String type, String name) {
        this.table = table;
        this.verb = verb;
        this.type = type;
        this.name = name;
    }

    String table() {
        return table;
    }

    String verb() {
        return verb;
    }

    String type() {
        return type;
    }

    /** Whose one of them is, as SQL over the table t; an organisation is its own. */
    String ownerSql() {
        return this == ORGANISATION ? "t.id" : "t.owner_organisation";
    }

    /** How one of them is called, as SQL over the table t. */
    String nameSql() {
        return name;
    }
}
