package se.samverkan.followup.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.followup.goal.GoalPicture;
import se.samverkan.followup.goal.GoalPoint;
import se.samverkan.followup.goal.GoalSeries;
import se.samverkan.followup.goal.Goals;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.shared.page.TableFile;
import se.samverkan.shared.page.Words;

/** The figures of a plan's goals, to count with: a line for each goal and point. */
@Component
class ReportFigures {

    private static final List<String> COLUMNS =
            List.of("goal", "measure", "when", "value", "shown", "n", "baseline", "target");

    private final Goals goals;
    private final MessageSource messages;

    ReportFigures(Goals goals, MessageSource messages) {
        this.goals = goals;
        this.messages = messages;
    }

    private Words words() {
        return new Words(messages, Words.SWEDISH);
    }

    byte[] csv(FollowedPlan plan) {
        return table(plan).csv(words());
    }

    byte[] xlsx(FollowedPlan plan) {
        return table(plan).xlsx();
    }

    private TableFile table(FollowedPlan plan) {
        return new TableFile(words().text("followup.goals.title"), headings(), lines(plan), 2);
    }

    private List<String> headings() {
        return COLUMNS.stream()
                .map(column -> words().text("followup.report.figure." + column))
                .toList();
    }

    private List<List<Object>> lines(FollowedPlan plan) {
        List<List<Object>> lines = new ArrayList<>();
        for (GoalSeries series : goals.of(plan)) {
            GoalPicture picture = new GoalPicture(words(), series);
            for (GoalPoint point : series.points()) {
                lines.add(List.of(
                        series.goal().title(),
                        picture.measure(),
                        point.when(),
                        optional(point.value().stream().boxed().findFirst()),
                        picture.at(point),
                        point.n().isPresent() ? (Object) point.n().getAsInt() : "",
                        optional(series.goal().baseline().stream().boxed().findFirst()),
                        optional(series.goal().target().stream().boxed().findFirst())));
            }
        }
        return lines;
    }

    private static Object optional(Optional<Double> value) {
        return value.isPresent() ? (Object) value.get() : "";
    }
}
