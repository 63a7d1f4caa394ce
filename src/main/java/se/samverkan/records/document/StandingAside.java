package se.samverkan.records.document;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.access.Verb;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door by which a document is closed to somebody who stands aside (jäv, förvaltningslagen 16–18 §§, kommunallagen chapter 6,
 * 28 §), whatever that person's roles give. It says who, why and until when. One may close it to oneself; only others, who still
 * see it, open it again.
 */
@Component
public class StandingAside {

    private final JdbcClient database;
    private final StoredDocuments stored;
    private final DocumentTrail trail;
    private final Names names;
    private final Adopting adopting;

    StandingAside(JdbcClient database, StoredDocuments stored, DocumentTrail trail, Names names, Adopting adopting) {
        this.database = database;
        this.stored = stored;
        this.trail = trail;
        this.names = names;
        this.adopting = adopting;
    }

    /** Those who stand aside today, for somebody who writes in the document. */
    @Transactional(readOnly = true)
    public List<AsideView> of(long id) {
        stored.require(Verb.WRITE_DOCUMENTS, id);
        return database.sql("""
                        select a.id, a.whole_matter, a.reason, a.until, a.made_at,
                            coalesce((select n.name from access.names_of(array[a.person]) n), '') as person,
                            coalesce((select n.name from access.names_of(array[a.made_by]) n), '') as by
                        from records.aside a
                        where a.document = ? and a.ended_at is null and coalesce(a.until, 'infinity') >= access.today()
                        order by 6, a.id
                        """)
                .param(id)
                .query((row, n) -> new AsideView(
                        row.getLong("id"),
                        row.getString("person"),
                        row.getBoolean("whole_matter"),
                        row.getString("reason"),
                        Optional.ofNullable(row.getObject("until", LocalDate.class)),
                        row.getString("by"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    /**
     * Closes it to these people.
     *
     * @param wholeMatter also the owner's other documents in the same matter, those to come too
     * @param until the last day; empty means until further notice
     * @throws Refusal when nobody is named, no reason is given, the day has been, or one of them stands aside already
     */
    @Transactional
    public void close(
            long id, Collection<Long> people, boolean wholeMatter, FreeText reason, Optional<LocalDate> until) {
        DocumentView document = stored.require(Verb.WRITE_DOCUMENTS, id);
        if (people.isEmpty()) {
            throw Refusal.rule("document.refusal.nobody");
        }
        if (reason.text().isBlank()) {
            throw Refusal.rule("document.refusal.aside-reason");
        }
        if (until.filter(day -> day.isBefore(adopting.today())).isPresent()) {
            throw Refusal.rule("document.refusal.until");
        }
        String called = called(people);
        trail.record(trail.of(wholeMatter ? "matter-closed-to" : "closed-to", document)
                .changing("people", null, called)
                .changing("reason", null, reason.text())
                .changing("until", null, until.orElse(null))
                .changing("number-reason", null, reason.numberReasonOrNull()));
        endPassed(id);
        int closed = database.sql("""
                        insert into records.aside (document, person, whole_matter, reason, until)
                        select :document, unnest(:people::bigint[]), :whole, :reason, :until on conflict do nothing
                        """)
                .param("document", id)
                .param("people", people.toArray(Long[]::new))
                .param("whole", wholeMatter)
                .param("reason", reason.text())
                .param("until", until.orElse(null))
                .update();
        if (closed < people.size()) {
            throw Refusal.rule("document.refusal.aside-already");
        }
    }

    private void endPassed(long id) {
        database.sql("""
                        update records.aside set ended_at = now(), ended_by = access.person()
                        where document = ? and ended_at is null and until < access.today()
                        """).param(id).update();
    }

    /** Opens it again to somebody whom it was closed to. */
    @Transactional
    public void open(long id, long aside) {
        DocumentView document = stored.require(Verb.WRITE_DOCUMENTS, id);
        long person = database.sql(
                        "select person from records.aside where document = ? and id = ? and ended_at is null")
                .params(id, aside)
                .query(Long.class)
                .optional()
                .orElseThrow(Refusal::stale);
        database.sql("update records.aside set ended_at = now(), ended_by = access.person() where id = ?")
                .param(aside)
                .update();
        trail.record(trail.of("opened-again-to", document).changing("people", called(List.of(person)), null));
    }

    private String called(Collection<Long> people) {
        return names.of(people).values().stream().map(PersonName::name).sorted().collect(Collectors.joining(", "));
    }
}
