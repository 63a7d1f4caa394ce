package se.samverkan.access;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Actor.Grants;
import se.samverkan.shared.Refusal;

/** Makes actors of persons: reads who they are and what they may do today, past row-level security by one function. */
@Repository
class Actors {

    private final JdbcClient database;

    Actors(JdbcClient database) {
        this.database = database;
    }

    /**
     * The person as an actor, with the grants of today.
     *
     * @throws Refusal when there is no such person, or the person has left
     */
    Actor load(long person, @Nullable String onBehalfOf) {
        return find(person, onBehalfOf).orElseThrow(Refusal::notSeen);
    }

    Optional<Actor> find(long person, @Nullable String onBehalfOf) {
        return database.sql("select name, language from access.identity_of(?)")
                .param(person)
                .query((row, n) -> new Actor(
                        person, row.getString("name"), row.getString("language"), onBehalfOf, grantsOf(person)))
                .optional();
    }

    /** A service person: <i>console</i> for the system user who runs a command, <i>system</i> for nobody. */
    Actor service(String called, @Nullable String onBehalfOf) {
        long person = database.sql("select access.service_person(?)")
                .param(called)
                .query(Long.class)
                .single();
        return load(person, onBehalfOf);
    }

    private Grants grantsOf(long person) {
        Set<Verb> everywhere = EnumSet.noneOf(Verb.class);
        Map<Verb, Set<Long>> within = new HashMap<>();
        Map<Verb, Set<Long>> inPartnerships = new HashMap<>();
        database.sql("select verb, organisation, partnership from access.grants_of(?)")
                .param(person)
                .query(row -> {
                    Verb verb = Verb.valueOf(row.getString("verb"));
                    Long organisation = row.getObject("organisation", Long.class);
                    Long partnership = row.getObject("partnership", Long.class);
                    if (organisation != null) {
                        within.computeIfAbsent(verb, v -> new HashSet<>()).add(organisation);
                    } else if (partnership != null) {
                        inPartnerships
                                .computeIfAbsent(verb, v -> new HashSet<>())
                                .add(partnership);
                    } else {
                        everywhere.add(verb);
                    }
                });
        return new Grants(Set.copyOf(everywhere), Map.copyOf(within), Map.copyOf(inPartnerships));
    }
}
