package se.samverkan.selection.material;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.organisation.UnitView;
import se.samverkan.selection.round.RoundUnits;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.UnitDocuments;
import se.samverkan.statistics.UnitDocuments.DocumentList;
import se.samverkan.statistics.UnitDocuments.Listed;

/**
 * The door to the School Inspectorate's reports on a unit as Skolverket's API lists them. They are public and only linked;
 * whoever prepares a round asks for the list.
 */
@Component
public class InspectorateReports {

    private final SelectionRounds rounds;
    private final RoundUnits units;
    private final UnitDocuments documents;
    private final TransactionTemplate transaction;
    private final AuditTrail trail;

    InspectorateReports(
            SelectionRounds rounds,
            RoundUnits units,
            UnitDocuments documents,
            PlatformTransactionManager transactions,
            AuditTrail trail) {
        this.rounds = rounds;
        this.units = units;
        this.documents = documents;
        this.transaction = new TransactionTemplate(transactions);
        this.trail = trail;
    }

    /** What is listed of a unit, where somebody has asked. */
    @Transactional(readOnly = true)
    public Optional<DocumentList> of(long unit) {
        return documents.of(unit);
    }

    /**
     * Asks for the list of a unit. The waiting is done outside any transaction.
     *
     * @throws Refusal when the unit has no school unit code, or there is no answer
     */
    public void ask(long round, String unit) {
        RoundView prepared = rounds.roundToPrepare(round);
        UnitView about = units.of(prepared, unit);
        if (about.code() == null) {
            throw Refusal.rule("selection.refusal.no-reports");
        }
        List<Listed> listed = documents.ask(about.code());
        transaction.executeWithoutResult(status -> {
            documents.keep(about.id(), listed);
            trail.record(SelectionRounds.happening("reports-listed", prepared)
                    .changing("unit", null, about.name())
                    .changing("reports", null, listed.size()));
        });
    }
}
