package se.samverkan.partnership.takeover;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samverkan.partnership.course.DecisionKind;

/**
 * What more is known of a case than the form asks for.
 *
 * @param file the file that tells it, where one does
 * @param begun by the id of a unit, the days when it began its phases, where they are not the same for all units
 * @param decided what was decided about the whole, in order
 */
record Past(Optional<Source> file, Map<Long, Map<String, LocalDate>> begun, List<Decided> decided) {

    static final Past NONE = new Past(Optional.empty(), Map.of(), List.of());

    /** A file: its name and the SHA-256 of its bytes, in hex. */
    record Source(String name, String checksum) {}

    /** Something that was decided before the case came here. */
    record Decided(DecisionKind kind, LocalDate day, String words, String mandate) {}
}
