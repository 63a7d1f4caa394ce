package se.samverkan.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.search.SearchIndex;

/**
 * The registry in the database. Facts are staged in a temporary table and compared with what is known as sets, so that
 * a whole country is a handful of statements; acceptances take turns, so that two of them never wait for each other's
 * rows.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StoredRegistry implements Registry {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int AT_A_TIME = 10_000;

    private final JdbcClient database;
    private final MunicipalityIntake municipalities;
    private final OrganiserIntake organisers;
    private final UnitIntake units;
    private final SearchIndex index;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    StoredRegistry(
            JdbcClient database,
            MunicipalityIntake municipalities,
            OrganiserIntake organisers,
            UnitIntake units,
            SearchIndex index,
            Clock clock,
            ApplicationEventPublisher events) {
        this.database = database;
        this.municipalities = municipalities;
        this.organisers = organisers;
        this.units = units;
        this.index = index;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void acceptMunicipalities(Collection<MunicipalityFacts> facts) {
        takeTurns();
        List<String> touched = municipalities.accept(facts);
        index.municipalities(touched);
        tell(!touched.isEmpty());
    }

    @Override
    public void acceptLikeness(String likeness, int year, Map<String, List<String>> groups) {
        takeTurns();
        municipalities.acceptLikeness(likeness, year, groups);
        tell(true);
    }

    @Override
    public void acceptOrganisers(Collection<OrganiserFacts> facts) {
        takeTurns();
        List<Long> touched = organisers.accept(facts, today());
        index.organisers(touched);
        tell(!touched.isEmpty());
    }

    @Override
    public Accepted acceptUnits(Collection<UnitFacts> facts) {
        takeTurns();
        int added = 0;
        int changed = 0;
        List<UnitFacts> all = List.copyOf(facts);
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            List<UnitFacts> some = all.subList(from, Math.min(all.size(), from + AT_A_TIME));
            UnitIntake.Outcome outcome = units.accept(some, today());
            index.units(outcome.touched());
            added += outcome.added();
            changed += outcome.changed();
        }
        tell(added + changed > 0);
        return new Accepted(added, changed);
    }

    private void tell(boolean changed) {
        if (changed) {
            events.publishEvent(new RegistryChanged());
        }
    }

    private void takeTurns() {
        database.sql("select pg_advisory_xact_lock(hashtext('organisation.registry'))")
                .query((row, n) -> n)
                .list();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SWEDEN));
    }
}
