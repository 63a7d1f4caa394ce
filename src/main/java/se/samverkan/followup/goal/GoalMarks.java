package se.samverkan.followup.goal;

import java.util.ArrayList;
import java.util.List;
import se.samverkan.actionplan.HoldingPlans.HeldIntervention;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.chart.Chart;

/** What is written into the run chart of a goal: when the interventions of its area began, and the points that stand out. */
public final class GoalMarks {

    private GoalMarks() {}

    public static List<Chart.Mark> of(FollowedPlan followed, GoalSeries series, List<MarkedPoint> marked, Words words) {
        List<Chart.Mark> marks = new ArrayList<>();
        for (HeldIntervention part : interventions(followed, series)) {
            part.first().ifPresent(term -> {
                long before = series.points().stream()
                        .filter(point -> point.day().isBefore(term.firstDayOfTerm()))
                        .count();
                if (before < series.points().size()) {
                    marks.add(new Chart.Mark(
                            (int) before, words.text("followup.goal.began", part.title(), words.term(term))));
                }
            });
        }
        for (int slot = 0; slot < series.points().size(); slot++) {
            GoalPoint point = series.points().get(slot);
            for (MarkedPoint each : marked) {
                if (each.day().equals(point.day())) {
                    marks.add(new Chart.Mark(slot, words.text("followup.point.chart", each.words())));
                }
            }
        }
        return marks;
    }

    /** The interventions of the area that a goal belongs to. */
    private static List<HeldIntervention> interventions(FollowedPlan followed, GoalSeries series) {
        return followed.plan().areas().stream()
                .filter(area -> area.goals().contains(series.goal()))
                .flatMap(area -> area.interventions().stream())
                .toList();
    }
}
