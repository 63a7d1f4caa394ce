package se.samverkan.records.document.page;

import se.samverkan.shared.page.Page;

/** What a document is, in the words of the room that drew it up. */
final class Kinds {

    private Kinds() {}

    static String name(Page page, String kind) {
        String key = "document.kind." + kind;
        return page.text(page.words().has(key) ? key : "document.kind.document");
    }
}
