package se.samverkan.records.register;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which lines of the register to read, and in what order; what is empty asks for all.
 *
 * @param text letters of the title, the case number or the other organisation
 * @param direction OUT, IN or empty
 * @param from the first day
 * @param to the last day
 * @param sort the name of a {@link Sort}
 */
record RegisterQuery(String text, String direction, String from, String to, String sort) {

    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** An order, with what tells lines of one moment apart. */
    enum Sort {
        NEWEST("registered_at desc, share desc, organisation"),
        OLDEST("registered_at, share, organisation"),
        NUMBER("number collate \"sv-SE-x-icu\", item, organisation"),
        TITLE("title collate \"sv-SE-x-icu\", share, organisation");

        private final String sql;

        Sort(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    Sort order() {
        return Arrays.stream(Sort.values())
                .filter(each -> each.name().equals(sort))
                .findFirst()
                .orElse(Sort.NEWEST);
    }

    Optional<LocalDate> since() {
        return day(from);
    }

    Optional<LocalDate> until() {
        return day(to);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
