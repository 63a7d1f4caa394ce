package se.samverkan.statistics.imports;

import java.util.List;
import se.samverkan.shared.page.FormErrors;

/**
 * What the page of imports shows.
 *
 * @param receipts the newest receipts, of files and of fetches
 * @param layouts the names of what can be imported
 * @param mayImport whether the person may import
 * @param megabytes how large a file may be
 * @param errors what was wrong with the form
 */
record ImportsPage(
        List<ReceiptLine> receipts, List<String> layouts, boolean mayImport, long megabytes, FormErrors errors) {

    /** Whether something is still being read or fetched, so that the page is to be looked at again. */
    boolean goesOn() {
        return receipts.stream().anyMatch(ReceiptLine::goesOn);
    }
}
