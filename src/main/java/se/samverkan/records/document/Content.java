package se.samverkan.records.document;

import se.samverkan.records.rendition.Rendition;

/** What a version says. */
public sealed interface Content {

    /** Written here: kept as PDF for everyone and as Word. */
    record Rendered(Rendition rendition) implements Content {}

    /** Made and sealed before, byte by byte, by the room whose document it is. */
    @SuppressWarnings("ArrayRecordComponent")
    record Made(byte[] pdf, byte[] word) implements Content {}

    /** A file that was sent in, by its id. */
    record Sent(long file) implements Content {}
}
