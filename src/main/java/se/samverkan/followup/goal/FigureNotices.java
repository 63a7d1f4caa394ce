package se.samverkan.followup.goal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import se.samverkan.followup.goal.WatchedGoals.Watched;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.FiguresTaken;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.PublishedFigures;
import se.samverkan.statistics.PublishedFigures.UnitFigure;

/** Tells the people of a plan, once for each goal and period, that its goal has a new published figure. */
@Component
class FigureNotices implements NoticeText {

    private static final String KIND = "followup.figures-came";
    private static final int YEARS = 3;

    private final WatchedGoals watched;
    private final PublishedFigures published;
    private final Notices notices;
    private final FollowedPlans plans;
    private final Goals goals;
    private final Clock clock;

    FigureNotices(
            WatchedGoals watched,
            PublishedFigures published,
            Notices notices,
            FollowedPlans plans,
            Goals goals,
            Clock clock) {
        this.watched = watched;
        this.published = published;
        this.notices = notices;
        this.plans = plans;
        this.goals = goals;
        this.clock = clock;
    }

    private record Series(long unit, String indicator) {}

    /** Once the figures are there for good; what one import brings is told in one transaction. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void came(FiguresTaken taken) {
        List<Watched> all = watched.all();
        if (all.isEmpty()) {
            return;
        }
        Map<Series, Integer> newest = published
                .of(
                        all.stream().map(Watched::unit).distinct().toList(),
                        all.stream().map(Watched::indicator).distinct().toList(),
                        periods(),
                        OptionalInt.empty())
                .stream()
                .filter(each -> each.importId() == taken.importId())
                .filter(each -> each.breakdown().equals(Breakdown.ALL))
                .collect(Collectors.toMap(
                        each -> new Series(each.unit(), each.indicator()), FigureNotices::period, Math::max));
        for (Watched goal : all) {
            Integer period = newest.get(new Series(goal.unit(), goal.indicator()));
            if (period != null && period > goal.since() && watched.tell(goal.goal(), period)) {
                tell(goal);
            }
        }
    }

    private static int period(UnitFigure figure) {
        return figure.period().key();
    }

    private List<Period> periods() {
        int year = LocalDate.now(clock).getYear();
        List<Period> periods = new ArrayList<>();
        for (int back = 0; back <= YEARS; back++) {
            for (Period.Kind kind : Period.Kind.values()) {
                periods.add(new Period(kind, year - back));
            }
        }
        return periods;
    }

    private void tell(Watched goal) {
        notices.tell(new Notice(
                KIND,
                Urgency.DIGEST,
                watched.people(goal.unit()),
                goal.organiser(),
                Map.of("plan", Long.toString(goal.plan()), "goal", Long.toString(goal.goal()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    /** With the first sentence that the run chart has, which is made when the mail is sent. */
    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        long goal = Long.parseLong(about.getOrDefault("goal", "0"));
        return plans.find(Long.parseLong(about.getOrDefault("plan", "0")))
                .filter(plan -> plan.plan().goal(goal).isPresent())
                .map(plan -> told(plan, goals.of(plan, goal), words));
    }

    private static Told told(FollowedPlan plan, GoalSeries series, Words words) {
        return new Told(
                List.of(
                        series.goal().title(),
                        plan.plan().unitName(),
                        String.join(" ", new GoalPicture(words, series).said())),
                plan.address() + "/goals/" + series.goal().id());
    }
}
