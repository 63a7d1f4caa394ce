package se.samverkan.records.document;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.access.Verb;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door by which a draft is opened for comment (öppen för synpunkter) to named people of the other side. It is logged and
 * ended at will, and it is no share: the draft stays its organisation's.
 */
@Component
public class OpeningForComment {

    private final JdbcClient database;
    private final StoredDocuments stored;
    private final DocumentTrail trail;
    private final Names names;
    private final Adopting adopting;
    private final ApplicationEventPublisher events;

    OpeningForComment(
            JdbcClient database,
            StoredDocuments stored,
            DocumentTrail trail,
            Names names,
            Adopting adopting,
            ApplicationEventPublisher events) {
        this.database = database;
        this.stored = stored;
        this.trail = trail;
        this.names = names;
        this.adopting = adopting;
        this.events = events;
    }

    /** People with these letters in their names who have a role today; at most 20. */
    @Transactional(readOnly = true)
    public List<PersonToName> called(String letters) {
        return database.sql("select * from records.people_to_name(?)")
                .param(letters)
                .query((row, n) -> new PersonToName(
                        row.getLong("id"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("roles").getArray()),
                        row.getString("place")))
                .list();
    }

    /**
     * Opens the newest version, and those after it, to people.
     *
     * @param until the last day they may read it
     * @throws Refusal when nobody is named, the day has been, or one of them reads it already
     */
    @Transactional
    public void open(long id, Collection<Long> people, LocalDate until, FreeText message) {
        DocumentView document = stored.require(Verb.WRITE_DOCUMENTS, id);
        if (people.isEmpty()) {
            throw Refusal.rule("document.refusal.nobody");
        }
        if (until.isBefore(adopting.today())) {
            throw Refusal.rule("document.refusal.until");
        }
        for (long person : people) {
            endPassed(id, person);
            int opened = database.sql("""
                            insert into records.opening (document, version, person, until, message)
                            values (?, ?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(id, document.number(), person, until, message.text())
                    .update();
            if (opened == 0) {
                throw Refusal.rule("document.refusal.open-already", name(person));
            }
        }
        trail.record(trail.of("opened", document)
                .changing("people", null, people.stream().map(this::name).collect(Collectors.joining(", ")))
                .changing("until", null, until)
                .changing("number-reason", null, message.numberReasonOrNull()));
        events.publishEvent(DocumentHappening.opened(id, people));
    }

    /** One whose last day has been is ended now, so that it can be opened anew. */
    private void endPassed(long id, long person) {
        database.sql("""
                        update records.opening set ended_at = now(), ended_by = access.person()
                        where document = ? and person = ? and ended_at is null and until < access.today()
                        """).params(id, person).update();
    }

    private String name(long person) {
        return names.of(List.of(person))
                .getOrDefault(person, new PersonName(Long.toString(person), null))
                .name();
    }

    /** Ends one, from this moment on. */
    @Transactional
    public void end(long id, long opening) {
        DocumentView document = stored.require(Verb.WRITE_DOCUMENTS, id);
        long person = database.sql("""
                        select person from records.opening where document = ? and id = ? and ended_at is null
                        """)
                .params(id, opening)
                .query(Long.class)
                .optional()
                .orElseThrow(Refusal::stale);
        database.sql("update records.opening set ended_at = now(), ended_by = access.person() where id = ?")
                .param(opening)
                .update();
        trail.record(trail.of("opening-ended", document).changing("people", name(person), null));
    }
}
