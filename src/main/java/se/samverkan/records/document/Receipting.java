package se.samverkan.records.document;

import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.records.document.ShareView.Answer;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door by which a recipient answers a share: receipts it (kvitterar), or asks for what is missing (begär komplettering).
 * To receipt is not to approve.
 */
@Component
public class Receipting {

    private final JdbcClient database;
    private final Documents documents;
    private final Rights rights;
    private final DocumentTrail trail;
    private final ApplicationEventPublisher events;

    Receipting(
            JdbcClient database,
            Documents documents,
            Rights rights,
            DocumentTrail trail,
            ApplicationEventPublisher events) {
        this.database = database;
        this.documents = documents;
        this.rights = rights;
        this.trail = trail;
        this.events = events;
    }

    /** Says that a share has come to one of its recipients. */
    @Transactional
    public void receipt(long document, long share, long organisation, FreeText words) {
        answer(document, share, organisation, Answer.Kind.RECEIPTED, words);
    }

    /** Asks the sender for what is missing. */
    @Transactional
    public void askCompletion(long document, long share, long organisation, FreeText words) {
        answer(document, share, organisation, Answer.Kind.COMPLETION_ASKED, words);
    }

    private void answer(long id, long share, long organisation, Answer.Kind kind, FreeText words) {
        rights.require(Verb.RECEIPT_DOCUMENTS, organisation);
        DocumentView document = documents.document(id);
        requireRecipient(id, share, organisation);
        if (kind == Answer.Kind.COMPLETION_ASKED && words.text().isBlank()) {
            throw Refusal.rule("document.refusal.completion");
        }
        try {
            database.sql("""
                            insert into records.receipt (share, organisation, kind, words, number_reason)
                            values (:share, :organisation, :kind, :words, :reason)
                            """)
                    .param("share", share)
                    .param("organisation", organisation)
                    .param("kind", kind.name())
                    .param("words", words.text())
                    .param("reason", words.numberReasonOrNull())
                    .update();
        } catch (DuplicateKeyException again) {
            throw Refusal.rule("document.refusal.receipted");
        }
        trail.record(
                trail.of(kind == Answer.Kind.RECEIPTED ? "receipted" : "completion-asked", document)
                        .changing("words", null, words.text().isEmpty() ? null : words.text())
                        .changing("number-reason", null, words.numberReasonOrNull()),
                Set.of(document.owner(), organisation));
        events.publishEvent(DocumentHappening.answered(
                kind == Answer.Kind.RECEIPTED
                        ? DocumentHappening.Kind.RECEIPTED
                        : DocumentHappening.Kind.COMPLETION_ASKED,
                document));
    }

    private void requireRecipient(long document, long share, long organisation) {
        boolean isOne = database.sql("""
                        select r.organisation from records.share_recipient r join records.share s on s.id = r.share
                        where s.document = ? and s.id = ? and r.organisation = ?
                        """)
                .params(document, share, organisation)
                .query(Long.class)
                .optional()
                .isPresent();
        if (!isOne) {
            throw Refusal.notSeen();
        }
    }
}
