package se.samverkan.meeting.minutes;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.meeting.plan.Planning;
import se.samverkan.records.rendition.PdfDocument;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.records.rendition.WordDocument;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.OnceOnPage;

/** The notes of a meeting to take away, as PDF and as Word. */
@Controller
class MinutesFileController {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final MeetingPage page;
    private final MinutesDocument document;
    private final Planning planning;

    MinutesFileController(MeetingPage page, MinutesDocument document, Planning planning) {
        this.page = page;
        this.document = document;
        this.planning = planning;
    }

    @GetMapping("/meetings/{id}/minutes.{format}")
    ResponseEntity<byte[]> minutes(@PathVariable long id, @PathVariable String format) {
        return switch (format) {
            case "pdf" ->
                OnceOnPage.file(name(id, format), MediaType.APPLICATION_PDF, PdfDocument.write(rendition(id)));
            case "docx" -> OnceOnPage.file(name(id, format), WORD, WordDocument.write(rendition(id)));
            default -> throw Refusal.notSeen();
        };
    }

    private Rendition rendition(long id) {
        return document.of(page.read(id), planning.now());
    }

    private static String name(long id, String format) {
        return "meeting-%d.%s".formatted(id, format);
    }
}
