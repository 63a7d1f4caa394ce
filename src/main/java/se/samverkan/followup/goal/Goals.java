package se.samverkan.followup.goal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.HoldingPlans.HeldGoal;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.organisation.Particulars;
import se.samverkan.organisation.Particulars.Succession;
import se.samverkan.organisation.Particulars.SuccessionKind;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.PublishedFigures;
import se.samverkan.statistics.PublishedFigures.UnitFigure;

/** The door to how the goals of a plan move: the published figures of its unit, and those that the unit counts itself. */
@Component
public class Goals {

    private static final int YEARS = 12;
    private static final int MOST_OF_WORDS = 300;

    private final CountedFigures own;
    private final FollowedPlans plans;
    private final PublishedFigures published;
    private final Indicators indicators;
    private final Particulars particulars;
    private final AuditTrail trail;

    Goals(
            CountedFigures own,
            FollowedPlans plans,
            PublishedFigures published,
            Indicators indicators,
            Particulars particulars,
            AuditTrail trail) {
        this.own = own;
        this.plans = plans;
        this.published = published;
        this.indicators = indicators;
        this.particulars = particulars;
        this.trail = trail;
    }

    /** The series of all goals of a plan, in its order; in three questions, however many they are. */
    @Transactional(readOnly = true)
    public List<GoalSeries> of(FollowedPlan plan) {
        List<HeldGoal> goals = plan.plan().goals();
        List<String> codes = goals.stream()
                .map(HeldGoal::indicator)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        Map<String, List<UnitFigure>> figures = codes.isEmpty()
                ? Map.of()
                : published.of(List.of(plan.plan().unit()), codes, periods(), OptionalInt.empty()).stream()
                        .filter(each -> each.breakdown().equals(Breakdown.ALL))
                        .collect(Collectors.groupingBy(UnitFigure::indicator));
        Map<Long, List<CountedFigure>> counted =
                own.ofPlan(plan.id()).stream().collect(Collectors.groupingBy(CountedFigure::goal));
        List<LocalDate> mergers = mergers(plan);
        return goals.stream()
                .map(goal -> new GoalReading(
                                goal,
                                indicator(goal.indicator()),
                                points(
                                        figures.getOrDefault(goal.indicator(), List.of()),
                                        counted.getOrDefault(goal.id(), List.of())),
                                mergers,
                                plans.today())
                        .read())
                .toList();
    }

    @Transactional(readOnly = true)
    public GoalSeries of(FollowedPlan plan, long goal) {
        return of(plan).stream()
                .filter(each -> each.goal().id() == goal)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    private Optional<IndicatorView> indicator(String code) {
        return indicators.all().stream()
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    /** Published figures where the goal has an indicator; else those that the unit counts. */
    private static List<GoalPoint> points(List<UnitFigure> figures, List<CountedFigure> counted) {
        Stream<GoalPoint> points = figures.isEmpty()
                ? counted.stream().map(GoalPoint::of)
                : figures.stream().map(each -> GoalPoint.of(each.period(), each.figure(), each.n()));
        return points.sorted(Comparator.comparing(GoalPoint::day)).toList();
    }

    /** The days on which the unit was merged with others or split. */
    private List<LocalDate> mergers(FollowedPlan plan) {
        return particulars.successions(plan.plan().unit()).stream()
                .filter(each -> each.kind() == SuccessionKind.MERGED || each.kind() == SuccessionKind.SPLIT)
                .map(Succession::day)
                .distinct()
                .toList();
    }

    private List<Period> periods() {
        int year = plans.today().getYear();
        List<Period> periods = new ArrayList<>();
        for (int back = 0; back <= YEARS; back++) {
            for (Period.Kind kind : Period.Kind.values()) {
                periods.add(new Period(kind, year - back));
            }
        }
        return periods;
    }

    /** What the unit has counted itself for a goal, in time. */
    @Transactional(readOnly = true)
    public List<CountedFigure> counted(FollowedPlan plan, long goal) {
        return own.ofPlan(plan.id()).stream()
                .filter(each -> each.goal() == goal)
                .toList();
    }

    /** Adds a figure that the unit has counted; one a day for each goal. */
    @Transactional
    public void count(long id, long goal, LocalDate day, double value, OptionalInt n, FreeText words) {
        FollowedPlan plan = plans.toWrite(id);
        HeldGoal about = plan.plan().goal(goal).orElseThrow(Refusal::notSeen);
        if (!about.indicator().isEmpty()) {
            throw Refusal.rule("followup.refusal.published");
        }
        if (day.isAfter(plans.today())) {
            throw Refusal.rule("followup.refusal.seen-later");
        }
        if (words.text().length() > MOST_OF_WORDS) {
            throw Refusal.rule("followup.refusal.words-long", MOST_OF_WORDS);
        }
        if (counted(plan, goal).stream().anyMatch(each -> each.day().equals(day))) {
            throw Refusal.rule("followup.refusal.counted");
        }
        own.add(plan.plan(), goal, day, value, n, words.text());
        trail.record(FollowedPlans.happening("figure-counted", plan.plan())
                .changing("followup-goal", null, about.title())
                .changing("followup-figure", null, value)
                .changing("words", null, words.text().isEmpty() ? null : words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    /** Takes an own figure away. */
    @Transactional
    public void remove(long id, long goal, long figure) {
        FollowedPlan plan = plans.toWrite(id);
        CountedFigure gone = counted(plan, goal).stream()
                .filter(each -> each.id() == figure)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        own.remove(figure);
        trail.record(
                FollowedPlans.happening("figure-removed", plan.plan()).changing("followup-figure", gone.value(), null));
    }
}
