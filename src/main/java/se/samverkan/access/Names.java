package se.samverkan.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.shared.AskedOnce;

/** The door through which other rooms learn what people are called: by their ids, never the other way to their data. */
@Repository
public class Names {

    private final JdbcClient database;

    Names(JdbcClient database) {
        this.database = database;
    }

    /**
     * What somebody is called.
     *
     * @param name the name, or the number that stands for somebody who has been given a pseudonym
     * @param formerRole the last role of somebody who has been given a pseudonym, else null
     */
    public record PersonName(String name, @Nullable String formerRole) {}

    /** The names of these people; who is not known is left out. A page that only reads asks for each once. */
    public Map<Long, PersonName> of(Collection<Long> people) {
        Map<Long, Optional<PersonName>> known = AskedOnce.in(Names.class, "known", HashMap::new);
        Set<Long> unknown = new HashSet<>(people);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            Map<Long, PersonName> found = asked(unknown);
            unknown.forEach(person -> known.put(person, Optional.ofNullable(found.get(person))));
        }
        Map<Long, PersonName> names = new HashMap<>();
        new HashSet<>(people)
                .forEach(person ->
                        known.getOrDefault(person, Optional.empty()).ifPresent(name -> names.put(person, name)));
        return names;
    }

    private Map<Long, PersonName> asked(Set<Long> people) {
        Map<Long, PersonName> names = new HashMap<>();
        database.sql("select id, name, former_role from access.names_of(?)")
                .param(people.toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong("id"), new PersonName(row.getString("name"), row.getString("former_role")));
                });
        return names;
    }

    /** The ids of at most 200 people whose name contains these letters. */
    public List<Long> called(String letters) {
        return database.sql("select id from access.people_called(?, 200)")
                .param(letters.strip())
                .query(Long.class)
                .list();
    }
}
