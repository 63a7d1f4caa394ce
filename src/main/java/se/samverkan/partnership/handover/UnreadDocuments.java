package se.samverkan.partnership.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.programme.variant.Text;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.WaitingDocuments;
import se.samverkan.records.document.WaitingDocuments.WaitingDocument;

/** The documents of the partnership that nobody has read yet, or that wait for an answer, as the one who makes it sees them. */
@Component
@Order(4)
class UnreadDocuments implements PackPart {

    private final WaitingDocuments waiting;
    private final Documents documents;

    UnreadDocuments(WaitingDocuments waiting, Documents documents) {
        this.waiting = waiting;
        this.documents = documents;
    }

    @Override
    public String key() {
        return "partnership.handover.unread";
    }

    @Override
    public List<Pack.Line> lines(PartnershipView partnership) {
        return waiting.mine().stream()
                .filter(each -> documents
                        .find(each.id())
                        .filter(document -> isOf(document, partnership))
                        .isPresent())
                .map(UnreadDocuments::line)
                .toList();
    }

    private static boolean isOf(DocumentView document, PartnershipView partnership) {
        return Objects.equals(document.organiser(), partnership.organiser())
                || document.owner() == partnership.organiser()
                || document.record().room().equals("partnership")
                        && document.record().id().equals(Long.toString(partnership.id()));
    }

    private static Pack.Line line(WaitingDocument document) {
        return new Pack.Line(
                document.until().map(LocalDate::toString).orElse(""),
                "partnership.handover.unread." + document.why(),
                new Text(document.title(), document.title()),
                document.from());
    }
}
