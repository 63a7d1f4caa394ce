package se.samverkan.shared.page;

import org.jspecify.annotations.Nullable;

/** How a form's fields are named to the browser, so that labels, hints, errors and the summary find each other. */
public final class Fields {

    private Fields() {}

    /** The id of the element of a field. */
    public static String id(String name) {
        return "f-" + name.replaceAll("[^\\p{Alnum}_-]", "-");
    }

    /** What describes a field, for aria-describedby; null where nothing does, so that the attribute is left out. */
    public static @Nullable String describedBy(String name, @Nullable String hint, @Nullable String error) {
        String hintId = hint == null ? "" : id(name) + "-hint";
        String errorId = error == null ? "" : id(name) + "-error";
        String both = (hintId + " " + errorId).trim();
        return both.isEmpty() ? null : both;
    }
}
