package se.samverkan.records.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is taken in. What a file is, its content says; its name only has to agree. */
enum FileKind {
    PDF("application/pdf", "pdf"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    POWERPOINT("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    TEXT_DOCUMENT("application/vnd.oasis.opendocument.text", "odt"),
    SPREADSHEET("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    PRESENTATION("application/vnd.oasis.opendocument.presentation", "odp"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    CSV("text/csv", "csv"),
    TEXT("text/plain", "txt", "md");

    private final String media;
    private final List<String> endings;

    FileKind(String media, String... endings) {
        this.media = media;
        this.endings = List.of(endings);
    }

    static Optional<FileKind> of(String media) {
        return Arrays.stream(values()).filter(each -> each.media.equals(media)).findFirst();
    }

    String media() {
        return media;
    }

    boolean isPicture() {
        return this == JPEG || this == PNG;
    }

    /** Whether it is an archive of parts, where something that runs can lie. */
    boolean isArchive() {
        return endings.getFirst().endsWith("x") || endings.getFirst().startsWith("od");
    }

    /** The name with an ending that says what it is. */
    String named(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> small.endsWith("." + ending))
                ? name
                : name + "." + endings.getFirst();
    }

    /** The endings for the browser's own dialogue. */
    static String accepted() {
        return String.join(
                ",",
                Arrays.stream(values())
                        .flatMap(each -> each.endings.stream())
                        .map(ending -> "." + ending)
                        .toList());
    }
}
