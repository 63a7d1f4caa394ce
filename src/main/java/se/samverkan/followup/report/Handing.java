package se.samverkan.followup.report;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.records.document.DocumentReading;
import se.samverkan.records.document.ShareView;

/** What the agency or office has answered to a report that was handed in, as the document's shares tell it. */
@Component
class Handing {

    private final DocumentReading documents;

    Handing(DocumentReading documents) {
        this.documents = documents;
    }

    /** The answers, the newest last. */
    @Transactional(readOnly = true)
    public List<ShareView.Answer> answers(ReportView report) {
        return report.document().stream()
                .flatMap(id -> documents.shares(id).stream())
                .flatMap(share -> share.recipients().stream())
                .flatMap(recipient -> recipient.answers().stream())
                .toList();
    }
}
