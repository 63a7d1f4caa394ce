package se.samverkan.followup.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.partnership.CasePulse;
import se.samverkan.partnership.CaseSignals.Signal;
import se.samverkan.partnership.PulseSource;
import se.samverkan.shared.Period;

/**
 * When a checkpoint was last closed in many cases, and whether any sign has come further than when it was first judged. The
 * agency's side hears of checkpoints that a report has been handed in about, and of no other.
 */
@Component
class FollowUpPulses implements PulseSource {

    private final JdbcClient database;

    FollowUpPulses(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Heard> of(Collection<CasePulse> cases) {
        return Stream.concat(heard(cases).stream(), late(cases).stream()).toList();
    }

    /** The checkpoints that are late, as loose ends, for those who coordinate the case. */
    private List<Heard> late(Collection<CasePulse> cases) {
        return database.sql("select partnership, unit, unit_name, plan, term from followup.late(?)")
                .param(PulseSource.ids(cases))
                .query((row, n) -> {
                    Period term = Period.ofKey(row.getInt("term"));
                    return Heard.of(
                            row.getLong("partnership"),
                            row.getLong("unit"),
                            new Signal(
                                    "followup.signal.late",
                                    List.of(row.getString("unit_name"), term.toString()),
                                    FollowedPlan.address(row.getLong("plan")) + "/checkpoints/" + term.key()));
                })
                .list();
    }

    private List<Heard> heard(Collection<CasePulse> cases) {
        return database.sql("select partnership, unit, last, moving from followup.pulses(?)")
                .param(PulseSource.ids(cases))
                .query((row, n) -> new Heard(
                        row.getLong("partnership"),
                        Optional.of(row.getLong("unit")),
                        Optional.ofNullable(row.getObject("last", LocalDate.class)),
                        Optional.empty(),
                        Optional.ofNullable(row.getObject("moving", Boolean.class)),
                        List.of()))
                .list();
    }
}
