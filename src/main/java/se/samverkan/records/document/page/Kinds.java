package se.samverkan.records.document.page;

import se.samverkan.shared.page.Page;

/** What a document is, in the words of the room that drew it up. */
final class Kinds {

    private Kinds() {}

    static String name(Page page, String kind) {
        String key = "document.kind." + kind;
        return page.text(page.words().has(key) ? key : "document.kind.document");
    }

    /** A size as people say it. */
    static String size(Page page, long bytes) {
        double kilobytes = bytes / 1024.0;
        return kilobytes < 1000
                ? page.text("file.kilobytes", page.words().number(Math.max(1, kilobytes), 0))
                : page.text("file.megabytes", page.words().number(kilobytes / 1024, 1));
    }
}
