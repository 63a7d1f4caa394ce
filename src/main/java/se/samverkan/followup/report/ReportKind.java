package se.samverkan.followup.report;

import java.util.Arrays;
import java.util.Optional;

/** An interim report (delredovisning), as often as the programme says; or the final report (slutredovisning), once. */
public enum ReportKind {
    INTERIM,
    FINAL;

    public static Optional<ReportKind> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
