package se.samverkan.access.people;

import org.jspecify.annotations.Nullable;

/**
 * Where a role is held: at a unit, in an area, in an organisation or, when it names none, in the whole installation.
 *
 * @param key what a form sends to mean it: {@code organisation:…}, {@code unit:…}, {@code area:…}; empty for everywhere
 * @param name what people call it
 * @param context what tells it from others of the same name
 */
record Place(
        String key,
        String name,
        String context,
        @Nullable Long organisation,
        @Nullable Long unit,
        @Nullable Long area) {

    static final Place EVERYWHERE = new Place("", "", "", null, null, null);

    /** As it is told in the log. */
    String told() {
        return context.isEmpty() ? name : name + ", " + context;
    }

    /** Whether a role that is held at such a place, as the table of roles says, can be held here. */
    boolean fits(String wanted) {
        return switch (wanted) {
            case "UNIT" -> unit != null;
            case "AREA" -> area != null;
            case "ORGANISATION" -> organisation != null && unit == null && area == null;
            default -> unit == null && area == null;
        };
    }
}
