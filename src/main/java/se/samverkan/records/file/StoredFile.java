package se.samverkan.records.file;

/**
 * A file as it is kept.
 *
 * @param type its media type, as its content says
 * @param checksum the SHA-256 of its bytes, in hex
 * @param scan what a scanner for viruses said
 * @param cleaned whether something that told a place or a person was taken out of a picture
 */
public record StoredFile(long id, String name, String type, long size, String checksum, Scan scan, boolean cleaned) {

    /** What a scanner said. */
    public enum Scan {
        CLEAN,
        NOT_SCANNED,
        MADE_HERE
    }
}
