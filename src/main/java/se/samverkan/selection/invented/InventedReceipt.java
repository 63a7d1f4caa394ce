package se.samverkan.selection.invented;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Rights;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.records.document.DocumentReading;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.Receipting;
import se.samverkan.records.document.RecordRef;
import se.samverkan.records.document.ShareView;
import se.samverkan.records.document.ShareView.Recipient;
import se.samverkan.selection.decision.SharedDecisions;
import se.samverkan.shared.page.FreeText;
import se.samverkan.statistics.InventedStory;

/** An organiser that has been told of the demonstration's decision says that it has come; the others have not answered yet. */
@Component
@Order(8)
class InventedReceipt implements InventedStory {

    private final SharedDecisions decisions;
    private final Documents documents;
    private final DocumentReading reading;
    private final Receipting receipting;
    private final Rights rights;

    InventedReceipt(
            SharedDecisions decisions,
            Documents documents,
            DocumentReading reading,
            Receipting receipting,
            Rights rights) {
        this.decisions = decisions;
        this.documents = documents;
        this.reading = reading;
        this.receipting = receipting;
        this.rights = rights;
    }

    @Override
    public String step() {
        return "selection-receipt";
    }

    @Override
    public Role teller() {
        return Role.EDUCATION_DIRECTOR;
    }

    @Override
    public void tell() {
        decisions.all().stream()
                .flatMap(decision -> documents.of(new RecordRef("selection", Long.toString(decision.round()))).stream())
                .forEach(this::answer);
    }

    private void answer(DocumentView document) {
        for (ShareView share : reading.shares(document.id())) {
            share.recipients().stream()
                    .map(Recipient::organisation)
                    .filter(organiser -> rights.allow(Verb.RECEIPT_DOCUMENTS, organiser))
                    .findFirst()
                    .ifPresent(organiser -> receipting.receipt(document.id(), share.id(), organiser, FreeText.NONE));
        }
    }
}
