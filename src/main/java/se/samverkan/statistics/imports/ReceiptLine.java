package se.samverkan.statistics.imports;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.page.Page;
import se.samverkan.statistics.Receipt;
import se.samverkan.statistics.Sync;

/**
 * A line of the list of receipts: a file, or a fetch from Skolverket.
 *
 * @param fileName the file, or null where it was a fetch
 * @param layout the sort of file where that was found out
 * @param outcome what came of it, as a key below {@code imports.short.}
 * @param figures how many figures there were to read
 * @param goesOn whether there is more to come
 */
record ReceiptLine(
        String address,
        @Nullable String fileName,
        @Nullable String layout,
        String outcome,
        long figures,
        Instant at,
        boolean goesOn) {

    static ReceiptLine of(Receipt receipt) {
        return new ReceiptLine(
                "/imports/" + receipt.id(),
                receipt.fileName(),
                receipt.understood().get("layout"),
                receipt.outcome().name(),
                receipt.count("read"),
                receipt.at(),
                receipt.isReceived());
    }

    static ReceiptLine of(Sync.Receipt fetch) {
        Sync.Counts counts = fetch.counts();
        return new ReceiptLine(
                "/sync/" + fetch.id(),
                null,
                null,
                "SYNC_" + Objects.requireNonNullElse(fetch.outcome(), "RUNNING"),
                counts.added() + counts.revised() + counts.unchanged(),
                fetch.endedAt().orElse(fetch.startedAt()),
                fetch.endedAt().isEmpty());
    }

    /** How the outcome is tagged. */
    String tag() {
        return switch (outcome) {
            case "DONE", "SYNC_DONE" -> "good";
            case "REFUSED", "FAILED", "SYNC_FAILED" -> "bad";
            case "KNOWN_ALREADY" -> "";
            default -> "attention";
        };
    }

    String title(Page page) {
        return fileName == null ? page.text("imports.fetched") : fileName.isEmpty() ? "–" : fileName;
    }

    /** What sort of file it was, in words; a dash where that was not found out. */
    String kind(Page page) {
        if (fileName == null) {
            return page.text("imports.fetched.kind");
        }
        return layout == null ? "–" : page.text("import.layout." + layout);
    }
}
