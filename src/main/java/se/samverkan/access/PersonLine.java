package se.samverkan.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together one line of what is held of a person; what there is none of is left out. */
public final class PersonLine {

    private final Map<String, String> values = new LinkedHashMap<>();

    public PersonLine with(String label, @Nullable Object value) {
        if (value instanceof java.sql.Timestamp moment) {
            return with(label, moment.toInstant());
        }
        if (value instanceof Instant moment) {
            values.put(label, moment.truncatedTo(ChronoUnit.SECONDS).toString());
        } else if (value != null && !value.toString().isBlank()) {
            values.put(label, value.toString());
        }
        return this;
    }

    public Map<String, String> values() {
        return values;
    }
}
