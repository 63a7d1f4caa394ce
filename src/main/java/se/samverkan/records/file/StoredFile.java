package se.samverkan.records.file;

import se.samverkan.shared.page.Words;

/**
 * A file as it is kept.
 *
 * @param type its media type, as its content says
 * @param checksum the SHA-256 of its bytes, in hex
 * @param scan what a scanner for viruses said
 * @param cleaned whether something that told a place or a person was taken out of a picture
 */
public record StoredFile(long id, String name, String type, long size, String checksum, Scan scan, boolean cleaned) {

    private static final double KILO = 1024;

    /** How large it is, for people. */
    public String sizeIn(Words words) {
        double kilobytes = size / KILO;
        return kilobytes < 1000
                ? words.text("file.kilobytes", words.number(Math.max(1, kilobytes), 0))
                : words.text("file.megabytes", words.number(kilobytes / KILO, 1));
    }

    /** What a scanner said. */
    public enum Scan {
        CLEAN,
        NOT_SCANNED,
        MADE_HERE
    }
}
