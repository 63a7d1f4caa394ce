package se.samverkan.records.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;

/** The door to the documents that wait for the actor: to be receipted, to be completed, or to be commented on. */
@Component
public class WaitingDocuments {

    private final JdbcClient database;
    private final Rights rights;

    WaitingDocuments(JdbcClient database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    /** Why a document waits. */
    public enum Waiting {
        RECEIPT,
        COMPLETION,
        COMMENT
    }

    /**
     * A document that waits.
     *
     * @param from the organisation that shared it, asked for more, or opened it
     * @param until the last day, where there is one
     */
    public record WaitingDocument(long id, String title, Waiting why, String from, Optional<LocalDate> until) {}

    /** Whether documents can wait for the actor by a role; a draft can be opened to anybody who is signed in. */
    public boolean concernActor() {
        return Stream.of(Verb.RECEIPT_DOCUMENTS, Verb.SHARE_DOCUMENTS).anyMatch(rights::allow);
    }

    /**
     * Those that wait, in no particular order. What has been shared anew waits once, in its newest version; a wish for more is
     * answered by the next share.
     */
    @Transactional(readOnly = true)
    public List<WaitingDocument> mine() {
        return database.sql("""
                        with newest as (
                            select distinct on (s.document, r.organisation) s.id, s.document, s.version, r.organisation
                            from records.share s join records.share_recipient r on r.share = s.id
                            order by s.document, r.organisation, s.id desc),
                        waits as (
                            select n.document, n.version, 'RECEIPT' as why, d.owner_organisation as by_whom,
                                null::date as until
                            from newest n join records.document d on d.id = n.document
                            where n.organisation = any ((select records.organisations_with('RECEIPT_DOCUMENTS'))::bigint[])
                                and not exists (select from records.receipt a
                                    where a.share = n.id and a.organisation = n.organisation)
                            union all
                            select n.document, n.version, 'COMPLETION', n.organisation, null
                            from newest n join records.document d on d.id = n.document
                            where d.owner_organisation = any ((select records.organisations_with('SHARE_DOCUMENTS'))::bigint[])
                                and exists (select from records.receipt a where a.share = n.id
                                    and a.organisation = n.organisation and a.kind = 'COMPLETION_ASKED')
                            union all
                            select o.document, (select max(v.number) from records.document_version v where v.document = d.id),
                                'COMMENT', d.owner_organisation, o.until
                            from records.opening o join records.document d on d.id = o.document
                            where o.person = access.person() and o.ended_at is null and o.until >= access.today())
                        select w.document as id, v.title, w.why, g.name as by_whom, w.until
                        from waits w
                        join records.document_version v on v.document = w.document and v.number = w.version
                        join organisation.organisation g on g.id = w.by_whom
                        """)
                .query((row, n) -> new WaitingDocument(
                        row.getLong("id"),
                        row.getString("title"),
                        Waiting.valueOf(row.getString("why")),
                        row.getString("by_whom"),
                        Optional.ofNullable(row.getObject("until", LocalDate.class))))
                .list();
    }
}
