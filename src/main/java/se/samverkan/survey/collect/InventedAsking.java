package se.samverkan.survey.collect;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.Standing;

/** Where the demonstration's head teacher asks: at a unit of the own in a case that runs, so that its analysis can build on it. */
@Component
public class InventedAsking {

    private final Partnerships partnerships;
    private final JdbcClient database;

    InventedAsking(Partnerships partnerships, JdbcClient database) {
        this.partnerships = partnerships;
        this.database = database;
    }

    /** The cases that go on, those first in which one has a unit of the own, then those that run. */
    @Transactional(readOnly = true)
    public List<PartnershipView> cases() {
        Set<Long> own = own();
        return partnerships.live().stream()
                .sorted(Comparator.comparing((PartnershipView each) ->
                                each.units().stream().noneMatch(unit -> own.contains(unit.unit())))
                        .thenComparing(each -> each.standing() != Standing.RUNNING))
                .toList();
    }

    /** Some units, those first that are the own. */
    @Transactional(readOnly = true)
    public List<Participant> ownFirst(List<Participant> units) {
        Set<Long> own = own();
        return units.stream()
                .sorted(Comparator.comparing(unit -> !own.contains(unit.unit())))
                .toList();
    }

    private Set<Long> own() {
        return Set.copyOf(database.sql("select unnest(access.units_for('WRITE_ANALYSIS'))")
                .query(Long.class)
                .list());
    }
}
