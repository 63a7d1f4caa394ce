package se.samverkan.reporting.aggregate;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CaseTallies;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.reporting.aggregate.NamedTable.Names;
import se.samverkan.reporting.aggregate.ReadTogether.Standing;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.disclosure.CountedTable;
import se.samverkan.statistics.disclosure.MaskedTable;

/**
 * The door to a programme in figures. Which numbers are too few is decided here and nowhere else; what is read of it on pages, in
 * files, editions and releases has passed the same masking.
 */
@Component
public class Aggregates {

    private static final Names NO_NAME = new Names("", "");

    private final CaseTallies tallies;
    private final Clock clock;

    Aggregates(CaseTallies tallies, Clock clock) {
        this.tallies = tallies;
        this.clock = clock;
    }

    /** The programmes that the actor may read figures of. */
    @Transactional(readOnly = true)
    public List<Programme> programmes() {
        return tallies.programmes();
    }

    /** @throws Refusal where the actor may not read it */
    @Transactional(readOnly = true)
    public Programme programme(long organisation, String variant) {
        return tallies.programmes().stream()
                .filter(each ->
                        each.organisation() == organisation && each.variant().equals(variant))
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    /**
     * A programme in figures, masked.
     *
     * @throws Refusal where the actor may not read it
     */
    @Transactional(readOnly = true)
    public Aggregate of(long organisation, String variant) {
        Programme programme = programme(organisation, variant);
        Map<Topic, CountedTable> counted = counted(programme);
        Map<Topic, MaskedTable> tables = new EnumMap<>(Topic.class);
        // One after the other, so that no table gives away what one before it masks.
        new EnumMap<>(counted)
                .keySet()
                .forEach(topic -> tables.put(topic, beside(counted, tables).masked(topic)));
        return new Aggregate(programme, clock.instant(), tables);
    }

    private static ReadTogether beside(Map<Topic, CountedTable> counted, Map<Topic, MaskedTable> tables) {
        return new ReadTogether(
                counted,
                tables.entrySet().stream()
                        .map(each -> new Standing(NO_NAME, each.getKey(), each.getValue(), place -> NO_NAME))
                        .toList());
    }

    /** The same before anything is masked: for those who choose what is masked, and never for a page of anybody else. */
    @Transactional(readOnly = true)
    public Map<Topic, CountedTable> counted(Programme programme) {
        return Counting.tables(tallies.of(programme.organisation(), programme.variant()));
    }
}
