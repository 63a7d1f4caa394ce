package se.samverkan.partnership.takeover;

import java.util.List;

/**
 * What a file about a case holds: one sheet per kind, with its columns. Their names stand in the message files, so that a
 * file in Swedish and one in English are read alike.
 */
enum FileSheet {
    CASE("organiser", "programme", "office", "first-term", "started", "words"),
    UNITS("unit", "name"),
    PHASES("unit", "phase", "day"),
    DECISIONS("day", "decision", "mandate", "words"),
    PEOPLE("name", "email", "role", "unit", "from", "to");

    private final List<String> columns;

    FileSheet(String... columns) {
        this.columns = List.of(columns);
    }

    List<String> columns() {
        return columns;
    }

    /** The key of its name in the message files. */
    String key() {
        return "partnership.takeover.sheet." + name();
    }

    static String column(String column) {
        return "partnership.takeover.column." + column;
    }
}
