package se.samverkan.records.signature;

import java.util.Arrays;
import java.util.Optional;

/** What sort of file a scanned paper is, by its content and not by its name. */
enum Scan {
    PDF("application/pdf", "pdf", '%', 'P', 'D', 'F', '-'),
    JPEG("image/jpeg", "jpg", 0xFF, 0xD8, 0xFF),
    PNG("image/png", "png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);

    private final String type;
    private final String ending;
    private final byte[] beginning;

    Scan(String type, String ending, int... beginning) {
        this.type = type;
        this.ending = ending;
        this.beginning = new byte[beginning.length];
        for (int i = 0; i < beginning.length; i++) {
            this.beginning[i] = (byte) beginning[i];
        }
    }

    /** The media type, or nothing for what is no scan. */
    static Optional<String> type(byte[] content) {
        return Arrays.stream(values())
                .filter(each -> content.length > each.beginning.length
                        && Arrays.equals(each.beginning, 0, each.beginning.length, content, 0, each.beginning.length))
                .map(each -> each.type)
                .findFirst();
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
