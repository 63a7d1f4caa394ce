package se.samverkan.records.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.samverkan.records.file.StoredFile;

/**
 * A version of a document.
 *
 * @param note what is new in it, empty where nobody said
 * @param by who wrote it down
 * @param files what it says, and what is attached
 * @param adoption that it is adopted, where it is
 */
public record VersionView(
        int number,
        String title,
        String note,
        String by,
        Instant at,
        List<Part> files,
        Optional<AdoptionView> adoption) {

    /** What a file is of its version. */
    public enum Place {
        PDF,
        DOCX,
        CONTENT,
        ATTACHMENT
    }

    /** A file of a version. */
    public record Part(Place place, StoredFile file) {}

    /** The files that are the document itself. */
    public List<Part> content() {
        return files.stream().filter(each -> each.place() != Place.ATTACHMENT).toList();
    }

    public List<StoredFile> attachments() {
        return files.stream()
                .filter(each -> each.place() == Place.ATTACHMENT)
                .map(Part::file)
                .toList();
    }

    /** The SHA-256 of the document itself: of its PDF, or of the file that was sent in. */
    public String checksum() {
        return content().stream()
                .min(java.util.Comparator.comparing(Part::place))
                .map(part -> part.file().checksum())
                .orElse("");
    }
}
