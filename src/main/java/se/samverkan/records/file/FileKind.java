package se.samverkan.records.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is taken in. What a file is, its content says; its name only has to agree. */
enum FileKind {
    PDF("PDF", "application/pdf", "pdf"),
    WORD("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EXCEL("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    POWERPOINT("PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    TEXT_DOCUMENT("OpenDocument", "application/vnd.oasis.opendocument.text", "odt"),
    SPREADSHEET("OpenDocument", "application/vnd.oasis.opendocument.spreadsheet", "ods"),
    PRESENTATION("OpenDocument", "application/vnd.oasis.opendocument.presentation", "odp"),
    JPEG("JPEG", "image/jpeg", "jpg", "jpeg"),
    PNG("PNG", "image/png", "png"),
    CSV("CSV", "text/csv", "csv"),
    TEXT("TXT", "text/plain", "txt", "md");

    private final String label;
    private final String media;
    private final List<String> endings;

    FileKind(String label, String media, String... endings) {
        this.label = label;
        this.media = media;
        this.endings = List.of(endings);
    }

    static Optional<FileKind> of(String media) {
        return Arrays.stream(values()).filter(each -> each.media.equals(media)).findFirst();
    }

    /** As people call it, in every language. */
    String label() {
        return label;
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
