package se.samverkan.records.document;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Verb;

/**
 * The door by which a document is copied to another record of the same owner: its newest version becomes the first of a new
 * draft, with its files. What guards the one guards the other from its first moment.
 */
@Component
public class Copying {

    private final JdbcClient database;
    private final StoredDocuments stored;
    private final Guarding guarding;
    private final DocumentTrail trail;

    Copying(JdbcClient database, StoredDocuments stored, Guarding guarding, DocumentTrail trail) {
        this.database = database;
        this.stored = stored;
        this.guarding = guarding;
        this.trail = trail;
    }

    /** @return the id of the copy */
    @Transactional
    public long copy(long id, RecordRef to) {
        DocumentView original = stored.require(Verb.WRITE_DOCUMENTS, id);
        long copy = database.sql("""
                        insert into records.document (kind, language, record_room, record_id, owner_organisation,
                            organiser, unit)
                        select kind, language, ?, ?, owner_organisation, organiser, unit
                        from records.document where id = ? returning id
                        """)
                .params(to.room(), to.id(), id)
                .query(Long.class)
                .single();
        database.sql("""
                        insert into records.document_version (document, number, title, number_reason)
                        select ?, 1, title, number_reason from records.document_version where document = ? and number = ?
                        """).params(copy, id, original.number()).update();
        database.sql("""
                        insert into records.document_file (document, version, part, file)
                        select ?, 1, part, file from records.document_file
                        where document = ? and version = ? and removed_at is null
                        """).params(copy, id, original.number()).update();
        trail.record(trail.of("drafted", copy, original.title(), original.owner())
                .changing("kind", null, original.kind())
                .changing("copy-of", null, id));
        guard(id, copy, original);
        return copy;
    }

    private void guard(long id, long copy, DocumentView original) {
        if (!original.mark().isEmpty()) {
            String words = database.sql(
                            "select words from records.secrecy_mark where document = ? and lifted_at is null")
                    .param(id)
                    .query(String.class)
                    .single();
            guarding.mark(copy, original.mark(), words);
        }
        if (original.narrowed()) {
            database.sql("""
                            select n.reason, n.until, array_agg(l.person) as people
                            from records.narrowing n join records.let_in l on l.narrowing = n.id
                            where n.document = ? and n.ended_at is null group by n.id
                            """)
                    .param(id)
                    .query((row, n) -> {
                        List<Long> people =
                                List.of((Long[]) row.getArray("people").getArray());
                        Optional<java.sql.Date> until = Optional.ofNullable(row.getDate("until"));
                        guarding.narrow(copy, people, row.getString("reason"), until.map(java.sql.Date::toLocalDate));
                        return copy;
                    })
                    .list();
        }
    }
}
