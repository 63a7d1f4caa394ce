package se.samverkan.selection.decision;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import se.samverkan.selection.decision.StoredDecisions.Format;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.OnceOnPage;

/** The document of a decision as a file to take away. */
enum DecisionFile {
    PDF(Format.PDF, "pdf", "application/pdf"),
    WORD(Format.DOCX, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Format format;
    private final String ending;
    private final MediaType type;

    DecisionFile(Format format, String ending, String type) {
        this.format = format;
        this.ending = ending;
        this.type = MediaType.parseMediaType(type);
    }

    /** @throws Refusal for an ending that no document has */
    static DecisionFile of(String ending) {
        for (DecisionFile file : values()) {
            if (file.ending.equals(ending)) {
                return file;
            }
        }
        throw Refusal.notSeen();
    }

    Format format() {
        return format;
    }

    ResponseEntity<byte[]> answer(String name, byte[] content) {
        return OnceOnPage.file(name + "." + ending, type, content);
    }
}
