package se.samverkan.access.extract;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.PersonData;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;

/**
 * The door to extracts about people: about oneself for everybody, about others for those who may. That one was made, and by
 * whom, is in the log.
 */
@Component
class Extracts {

    private static final int MOST_FOUND = 50;

    private final List<PersonData> held;
    private final JdbcClient database;
    private final Rights rights;
    private final AuditTrail trail;

    Extracts(List<PersonData> held, JdbcClient database, Rights rights, AuditTrail trail) {
        this.held =
                held.stream().sorted(Comparator.comparingInt(PersonData::place)).toList();
        this.database = database;
        this.rights = rights;
        this.trail = trail;
    }

    /** Somebody whom an extract can be about. */
    record Found(long id, String name, String email) {}

    /**
     * Everything that is held.
     *
     * @param parts what each room holds, by its part, in the order they are read
     */
    record Extract(long person, String name, Map<String, List<Map<String, String>>> parts) {}

    @Transactional(readOnly = true)
    public List<Found> find(String letters) {
        rights.requireEverywhere(Verb.EXTRACT_PERSON);
        return letters.isBlank()
                ? List.of()
                : database.sql("select * from access.people_to_extract(?, ?)")
                        .params(letters.strip(), MOST_FOUND)
                        .query(Found.class)
                        .list();
    }

    /** Everything that is held about whoever asks; nobody's leave is needed for it. */
    @Transactional
    public Extract own() {
        if (!Actor.current().isSignedIn()) {
            throw Refusal.notAllowed("refusal.sign-in");
        }
        return put(Actor.current().person(), "person.extracted-oneself");
    }

    /** @throws Refusal when there is no such person */
    @Transactional
    public Extract make(long person) {
        rights.requireEverywhere(Verb.EXTRACT_PERSON);
        return put(person, "person.extracted");
    }

    private Extract put(long person, String told) {
        String name = database.sql("select name from access.person_to_extract(?)")
                .param(person)
                .query(String.class)
                .optional()
                .orElseThrow(Refusal::notSeen);
        trail.record(Happening.of(told, new Subject("person", Long.toString(person), name), null));
        Map<String, List<Map<String, String>>> parts = new LinkedHashMap<>();
        held.forEach(each -> parts.put(each.part(), each.of(person)));
        return new Extract(person, name, parts);
    }
}
