package se.samverkan.records.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What sort of file a scanned paper is, by its content and not by its name. */
enum Scan {
    PDF("application/pdf", "pdf", "%PDF-"),
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n");

    private final String type;
    private final String ending;
    private final String beginning;

    /** @param beginning a sign for each byte that such a file begins with */
    Scan(String type, String ending, String beginning) {
        this.type = type;
        this.ending = ending;
        this.beginning = beginning;
    }

    /** The media type, or nothing for what is no scan. */
    static Optional<String> type(byte[] content) {
        return Arrays.stream(values())
                .filter(each -> each.begins(content))
                .map(each -> each.type)
                .findFirst();
    }

    private boolean begins(byte[] content) {
        return content.length > beginning.length()
                && new String(content, 0, beginning.length(), StandardCharsets.ISO_8859_1).equals(beginning);
    }

    /** The ending of a file's name; {@code json} for what a service gave. */
    static String ending(String type) {
        return Arrays.stream(values())
                .filter(each -> each.type.equals(type))
                .map(each -> each.ending)
                .findFirst()
                .orElse(type.equals("application/json") ? "json" : "bin");
    }
}
