package se.samverkan.statistics.imports;

import java.util.List;
import java.util.Optional;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Page;
import se.samverkan.statistics.Receipt;
import se.samverkan.statistics.Sync;

/**
 * What the page of imports shows.
 *
 * @param receipts the newest receipts
 * @param layouts the names of what can be imported
 * @param mayImport whether the person may import
 * @param megabytes how large a file may be
 * @param errors what was wrong with the form
 * @param fetch the newest fetch from Skolverket, which may still go on
 */
record ImportsPage(
        List<Receipt> receipts,
        List<String> layouts,
        boolean mayImport,
        long megabytes,
        FormErrors errors,
        Optional<Sync.Receipt> fetch) {

    /** How an outcome is tagged. */
    static String tag(Receipt receipt) {
        return switch (receipt.outcome()) {
            case DONE -> "good";
            case WOULD_DO -> "attention";
            case REFUSED -> "bad";
            case KNOWN_ALREADY -> "";
        };
    }

    /** What sort of file it was, in words; a dash where that was not found out. */
    static String kind(Page page, Receipt receipt) {
        String layout = receipt.understood().get("layout");
        return layout == null ? "–" : page.text("import.layout." + layout);
    }
}
