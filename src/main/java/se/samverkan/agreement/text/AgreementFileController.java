package se.samverkan.agreement.text;

import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.partnership.Partnerships;
import se.samverkan.records.rendition.PdfDocument;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.records.rendition.WordDocument;
import se.samverkan.shared.Refusal;

/** An agreement as a document: the text that both stand behind, or the own draft as it stands. */
@Controller
class AgreementFileController {

    private final Agreements agreements;
    private final Partnerships partnerships;
    private final AgreementDocuments documents;

    AgreementFileController(Agreements agreements, Partnerships partnerships, AgreementDocuments documents) {
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.documents = documents;
    }

    @GetMapping("/agreements/{id}/document.{format}")
    ResponseEntity<byte[]> document(@PathVariable long id, @PathVariable String format) {
        return switch (format) {
            case "pdf" -> file(id, format, MediaType.APPLICATION_PDF, PdfDocument.write(rendition(id)));
            case "docx" -> file(id, format, WORD, WordDocument.write(rendition(id)));
            default -> throw Refusal.notSeen();
        };
    }

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private Rendition rendition(long id) {
        AgreementView agreement = agreements.agreement(id);
        AgreementText text = agreement
                .agreed()
                .or(() -> agreement.working().map(AgreementView.Working::text))
                .orElseThrow(Refusal::notSeen);
        return documents.of(
                agreement, text, partnerships.find(agreement.partnership()).orElseThrow(Refusal::notSeen));
    }

    private static ResponseEntity<byte[]> file(long id, String format, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        "agreement-%d.%s".formatted(id, format).toLowerCase(Locale.ROOT))
                                .build()
                                .toString())
                .body(content);
    }
}
