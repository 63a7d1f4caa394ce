package se.samverkan.evaluation.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.evaluation.method.Note;
import se.samverkan.evaluation.method.Power;
import se.samverkan.organisation.Directory;
import se.samverkan.selection.EvaluableRounds;
import se.samverkan.selection.EvaluableRounds.Outcome;
import se.samverkan.selection.EvaluableRounds.Places;
import se.samverkan.selection.EvaluableRounds.Plan;
import se.samverkan.selection.EvaluableRounds.Prospect;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.PublishedFigures;
import se.samverkan.statistics.PublishedFigures.UnitFigure;

/**
 * The door to what size of effect a round could see, asked before it begins: rounds of its size are invented in the real history of the
 * units of its school forms.
 */
@Component
public class Prospects {

    private static final int DRAWS = 1_000;
    private static final long SEED = 1;
    private static final int YEARS = 6;
    private static final int MOST_OUTCOMES = 3;
    private static final int USUAL_AFTER = 3;
    private static final int MOST_PLACES = 1_000;
    private static final int MOST_AFTER = 5;

    private final EvaluableRounds rounds;
    private final Directory directory;
    private final PublishedFigures figures;
    private final Indicators indicators;
    private final Rights rights;

    Prospects(
            EvaluableRounds rounds,
            Directory directory,
            PublishedFigures figures,
            Indicators indicators,
            Rights rights) {
        this.rounds = rounds;
        this.directory = directory;
        this.figures = figures;
        this.indicators = indicators;
        this.rights = rights;
    }

    /**
     * What could be seen of one outcome in one school form.
     *
     * @param answer nothing where it was refused
     * @param refused why, or nothing
     */
    public record Seen(
            String form,
            IndicatorView indicator,
            Power.@Nullable Answer answer,
            @Nullable Note refused) {}

    /**
     * What a round could see.
     *
     * @param places how many get support in each school form; the same number is compared with
     * @param after how many school years are followed
     */
    public record Outlook(Prospect round, List<Places> places, int after, List<Seen> seen) {}

    /**
     * Works it out.
     *
     * @param places instead of the round's own, in every school form; empty for its own
     * @param after instead of the plan's; empty for the plan's, or three where there is none
     * @throws Refusal when the actor has no duty in the round
     */
    @Transactional(readOnly = true)
    public Outlook outlook(long round, OptionalInt places, OptionalInt after) {
        rights.require(Verb.PREPARE_SELECTION);
        Prospect prospect = rounds.prospect(round);
        int years =
                Math.clamp(after.orElse(prospect.plan().map(Plan::yearsAfter).orElse(USUAL_AFTER)), 1, MOST_AFTER);
        List<Places> wanted = prospect.places().stream()
                .map(own -> new Places(own.form(), Math.clamp(places.orElse(own.places()), 1, MOST_PLACES)))
                .toList();
        List<Seen> seen = new ArrayList<>();
        for (Places each : wanted) {
            List<Long> units = directory.placed(each.form()).stream()
                    .map(Directory.Placed::unit)
                    .toList();
            outcomes(prospect, each.form())
                    .forEach(indicator -> seen.add(seen(each, indicator, units, prospect.lastYear(), years)));
        }
        return new Outlook(prospect, wanted, years, seen);
    }

    /** Those of the plan, or the results that the criteria are set on. */
    private List<IndicatorView> outcomes(Prospect prospect, String form) {
        Stream<String> codes = prospect.plan()
                .map(plan -> plan.outcomes().stream().map(Outcome::indicator))
                .orElse(prospect.indicators().stream());
        return codes.map(indicators::find)
                .flatMap(Optional::stream)
                .filter(indicator -> indicator.forms().contains(form))
                .filter(indicator -> indicator.period().equals("SCHOOL_YEAR"))
                .filter(indicator -> !indicator.direction().equals("NONE"))
                .limit(MOST_OUTCOMES)
                .toList();
    }

    private Seen seen(Places places, IndicatorView indicator, List<Long> units, Period until, int after) {
        try {
            byte[] history = history(indicator, units, until).getBytes(StandardCharsets.UTF_8);
            Power.Plan plan = new Power.Plan(places.places(), places.places(), after, DRAWS, SEED);
            return new Seen(places.form(), indicator, Power.of(history, plan), null);
        } catch (Refusal refusal) {
            return new Seen(places.form(), indicator, null, new Note(refusal.reason(), List.of(refusal.details())));
        }
    }

    /** The figures of the newest school years up to the round's last, as the method reads them. */
    private String history(IndicatorView indicator, List<Long> units, Period until) {
        List<Period> periods = figures.periods(indicator.code()).stream()
                .filter(period -> period.kind() == Period.Kind.SCHOOL_YEAR && period.compareTo(until) <= 0)
                .limit(YEARS)
                .toList();
        StringBuilder rows = new StringBuilder("unit,period,outcome\n");
        for (UnitFigure figure : figures.of(units, List.of(indicator.code()), periods, OptionalInt.empty())) {
            if (figure.breakdown().equals(Breakdown.ALL)
                    && figure.figure().value().isPresent()) {
                rows.append(figure.unit())
                        .append(',')
                        .append(figure.period().year())
                        .append(',')
                        .append(figure.figure().value().getAsDouble())
                        .append('\n');
            }
        }
        return rows.toString();
    }
}
