package se.samverkan.records.document;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.records.register.Publicity;
import se.samverkan.shared.Refusal;

/**
 * The door by which an adopted document is shared (delad, expedierad). A share fixes the version, the moment, the recipients,
 * the checksum and a case number with each organisation, and makes that version readable to the recipients. It is never
 * unshared; a newer version can be shared in its place.
 */
@Component
public class DocumentSharing {

    private final JdbcClient database;
    private final StoredDocuments stored;
    private final Documents documents;
    private final Adopting adopting;
    private final DocumentReading reading;
    private final Publicity publicity;
    private final Directory directory;
    private final DocumentTrail trail;
    private final ApplicationEventPublisher events;

    DocumentSharing(
            JdbcClient database,
            StoredDocuments stored,
            Documents documents,
            Adopting adopting,
            DocumentReading reading,
            Publicity publicity,
            Directory directory,
            DocumentTrail trail,
            ApplicationEventPublisher events) {
        this.database = database;
        this.stored = stored;
        this.documents = documents;
        this.adopting = adopting;
        this.reading = reading;
        this.publicity = publicity;
        this.directory = directory;
        this.trail = trail;
        this.events = events;
    }

    /**
     * Shares the newest version.
     *
     * @param seen the version of the document that the actor saw
     * @return the id of the share
     * @throws Refusal when it is not adopted, nobody is to have it, or somebody has changed it meanwhile
     */
    @Transactional
    public long share(long id, int seen, Dispatch dispatch) {
        DocumentView document = stored.require(Verb.SHARE_DOCUMENTS, id);
        if (document.isDraft()) {
            throw Refusal.rule("document.refusal.not-adopted");
        }
        if (dispatch.recipients().isEmpty()) {
            throw Refusal.rule("document.refusal.no-recipient");
        }
        if (dispatch.recipients().contains(document.owner())) {
            throw Refusal.rule("document.refusal.own-recipient", document.ownerName());
        }
        refuseTwice(document, dispatch.recipients());
        stored.changed(id, seen);
        return record(document, dispatch);
    }

    private void refuseTwice(DocumentView document, Set<Long> recipients) {
        database.sql("""
                        select o.name from records.share s
                        join records.share_recipient r on r.share = s.id
                        join organisation.organisation o on o.id = r.organisation
                        where s.document = ? and s.version = ? and r.organisation = any (?) limit 1
                        """)
                .params(document.id(), document.number(), recipients.toArray(Long[]::new))
                .query(String.class)
                .optional()
                .ifPresent(name -> {
                    throw Refusal.rule("document.refusal.shared-already", name);
                });
    }

    private long record(DocumentView document, Dispatch dispatch) {
        String checksum = reading.checksum(document.id(), document.number());
        long share = database.sql("""
                        insert into records.share (document, version, message, checksum, number_reason)
                        values (:document, :version, :message, :checksum, :reason) returning id
                        """)
                .param("document", document.id())
                .param("version", document.number())
                .param("message", dispatch.message().text())
                .param("checksum", HexFormat.of().parseHex(checksum))
                .param("reason", dispatch.message().numberReasonOrNull())
                .query(Long.class)
                .single();
        for (long recipient : new TreeSet<>(dispatch.recipients())) {
            Publicity.Outcome outcome = publicity.between(document.owner(), recipient);
            database.sql(
                            "insert into records.share_recipient (share, organisation, outcome, reason) values (?, ?, ?, ?)")
                    .params(share, recipient, outcome.outcome(), outcome.reason())
                    .update();
        }
        register(share, dispatch.caseNumber());
        tell(document, dispatch, checksum);
        events.publishEvent(DocumentHappening.shared(document.id(), dispatch.recipients()));
        return share;
    }

    private void register(long share, String caseNumber) {
        try {
            database.sql("select records.register(?, ?)")
                    .params(share, caseNumber)
                    .query((row, n) -> share)
                    .list();
        } catch (DuplicateKeyException taken) {
            throw Refusal.rule("document.refusal.case-number-taken", caseNumber);
        }
    }

    private void tell(DocumentView document, Dispatch dispatch, String checksum) {
        Set<Long> concerned = new HashSet<>(dispatch.recipients());
        concerned.add(document.owner());
        trail.record(
                trail.of("shared", document)
                        .changing("version", null, document.number())
                        .changing("recipients", null, names(dispatch.recipients()))
                        .changing("checksum", null, checksum)
                        .changing("number-reason", null, dispatch.message().numberReasonOrNull()),
                concerned);
    }

    private String names(Set<Long> organisations) {
        return organisations.stream()
                .map(each -> directory.nameOfOrganisation(each).orElse(""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /**
     * Files a document that another room has decided, and shares it, in one step: for a room whose own door has asked who
     * decided and who may share.
     *
     * @return the id of the document
     */
    @Transactional
    public long file(Draft draft, Content content, Mandate mandate, Dispatch dispatch) {
        long id = documents.draft(draft, content);
        adopting.record(stored.require(Verb.SHARE_DOCUMENTS, id), 0, mandate);
        share(id, 1, dispatch);
        return id;
    }
}
