package se.samverkan.selection.decision;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.records.document.Content;
import se.samverkan.records.document.Dispatch;
import se.samverkan.records.document.DocumentSharing;
import se.samverkan.records.document.Draft;
import se.samverkan.records.document.Mandate;
import se.samverkan.records.document.RecordRef;
import se.samverkan.selection.decision.StoredDecisions.Format;
import se.samverkan.selection.round.RoundView;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;

/**
 * Files a decision that is shared with the records: as the document that was sealed when it was made, adopted by the one who
 * decided, under the case number of the proposal, and registered with the organisation that decided and with every organiser
 * that is told.
 */
@Component
class DecisionDispatch {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final StoredDecisions decisions;
    private final DocumentSharing sharing;
    private final MessageSource messages;

    DecisionDispatch(StoredDecisions decisions, DocumentSharing sharing, MessageSource messages) {
        this.decisions = decisions;
        this.sharing = sharing;
        this.messages = messages;
    }

    void send(RoundView round, Collection<Long> organisers, FreeText message) {
        DecisionView view = decisions.of(round.id());
        DecisionView.Decision made = view.decision().orElseThrow(Refusal::notSeen);
        sharing.file(
                new Draft(
                        round.owner(),
                        null,
                        null,
                        "selection.decision",
                        new Words(messages, Words.SWEDISH).text("decision-document.title", round.name()),
                        Words.SWEDISH,
                        new RecordRef("selection", Long.toString(round.id()))),
                new Content.Made(file(round, Format.PDF), file(round, Format.DOCX)),
                new Mandate(
                        Mandate.Kind.ROLE,
                        null,
                        made.by(),
                        "",
                        made.at().atZone(SWEDEN).toLocalDate()),
                new Dispatch(
                        new HashSet<>(organisers),
                        new se.samverkan.shared.page.FreeText(message.text(), message.numberReason()),
                        view.followed().map(DecisionView.Proposal::caseNumber).orElse("")));
    }

    private byte[] file(RoundView round, Format format) {
        return decisions.document(round.id(), format).orElseThrow(Refusal::notSeen);
    }
}
