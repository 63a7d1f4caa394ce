package se.samverkan.reporting.edition;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.reporting.aggregate.Aggregates;
import se.samverkan.reporting.aggregate.KeptCounts;
import se.samverkan.reporting.aggregate.NamedTable;
import se.samverkan.reporting.aggregate.ReadAlready;
import se.samverkan.reporting.aggregate.ReadTogether;
import se.samverkan.reporting.aggregate.ReadTogether.Standing;
import se.samverkan.reporting.aggregate.TableNaming;
import se.samverkan.reporting.aggregate.Topic;
import se.samverkan.reporting.aggregate.Trial;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.disclosure.CountedTable;

/**
 * The figures of a yearly report: pulled in masked, so that they give nothing away beside what has been released and what earlier reports
 * show; and tried again when it is handed in, since more may have been released meanwhile.
 */
@Component
class EditionFigures {

    private final Aggregates aggregates;
    private final ReadAlready already;
    private final TableNaming naming;
    private final StoredEditions store;
    private final Clock clock;

    EditionFigures(Aggregates aggregates, ReadAlready already, TableNaming naming, StoredEditions store, Clock clock) {
        this.aggregates = aggregates;
        this.already = already;
        this.naming = naming;
        this.store = store;
        this.clock = clock;
    }

    /**
     * A table of the report that would give something away.
     *
     * @param beside the tables that it was tried together with
     */
    record Given(NamedTable table, Trial trial, List<Standing> beside) {}

    /**
     * Pulls them in. A table that gives something away however it is masked is not in the report.
     *
     * @return when they were counted
     */
    Instant pullIn(long edition, Programme programme) {
        Instant now = clock.instant();
        Map<Topic, CountedTable> counted = aggregates.counted(programme);
        TableNaming.Namer namer = naming.of(programme);
        List<NamedTable> tables = already.beside(programme, counted).all().entrySet().stream()
                .filter(each -> !each.getValue().isBare())
                .map(each -> namer.name(each.getKey(), each.getValue()))
                .toList();
        store.pullIn(edition, tables, KeptCounts.of(counted));
        return now;
    }

    /**
     * Its tables that would give something away beside what can be read now.
     *
     * @throws Refusal where it is not known any more what they were made of
     */
    List<Given> givenAway(Edition edition) {
        KeptCounts counts = store.counts(edition.id()).orElseThrow(() -> Refusal.rule("edition.refusal.pull-in"));
        ReadTogether together =
                already.beside(aggregates.programme(edition.organisation(), edition.variant()), counts.tables());
        return edition.tables().values().stream()
                .flatMap(table -> Topic.of(table.topic()).stream()
                        .map(topic -> new Given(
                                table,
                                together.tried(topic, table.nameless().hidden().keySet()),
                                together.beside(topic))))
                .filter(each -> !each.trial().passes())
                .toList();
    }
}
