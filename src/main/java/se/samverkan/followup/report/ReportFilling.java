package se.samverkan.followup.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.actionplan.HoldingPlans.HeldArea;
import se.samverkan.actionplan.HoldingPlans.HeldGoal;
import se.samverkan.actionplan.HoldingPlans.HeldIntervention;
import se.samverkan.actionplan.HoldingPlans.HeldSign;
import se.samverkan.followup.checkpoint.CheckpointDraft.Given;
import se.samverkan.followup.checkpoint.CheckpointDraft.Judged;
import se.samverkan.followup.checkpoint.CheckpointView;
import se.samverkan.followup.goal.GoalPicture;
import se.samverkan.followup.goal.GoalSeries;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.report.ReportView.Area;
import se.samverkan.followup.report.ReportView.Part;
import se.samverkan.followup.sign.SignState;
import se.samverkan.shared.page.Words;

/**
 * Fills a report in beforehand, in Swedish: problem, causes and goals as the plan says them; what checkpoints saw; how goals stand;
 * what is not there yet and why. A final report says below that what each interim one told. All of it is for people to change.
 */
@Component
class ReportFilling {

    private static final int MOST = 5_000;

    private final MessageSource messages;

    ReportFilling(MessageSource messages) {
        this.messages = messages;
    }

    private Words words() {
        return new Words(messages, Words.SWEDISH);
    }

    /**
     * What is told of each area.
     *
     * @param held the checkpoints that tell of anything, in time
     * @param interim the interim reports that a final one is made from, the newest first
     */
    List<Area> areas(FollowedPlan plan, List<CheckpointView> held, List<GoalSeries> goals, List<ReportView> interim) {
        return plan.plan().areas().stream()
                .map(area -> new Area(
                        area.id(),
                        area.number(),
                        area.title(),
                        area.problem(),
                        String.join("\n", area.causes()),
                        lines(area.goals().stream().map(HeldGoal::title).toList()),
                        told(improvements(area, held), area, interim, Area::improvements),
                        lines(attainment(area, goals)),
                        told(notReached(area, held), area, interim, Area::notReached),
                        interim.stream()
                                .flatMap(each -> each.area(area.id()).stream())
                                .map(Area::effects)
                                .findFirst()
                                .orElse(area.effect())))
                .toList();
    }

    /** What is so now, and below it what each interim report told; what would be too long loses what is oldest. */
    private String told(List<String> now, HeldArea area, List<ReportView> interim, Function<Area, String> what) {
        List<String> lines = new ArrayList<>(now);
        if (!interim.isEmpty() && !now.isEmpty()) {
            lines.addFirst(words().text("followup.report.line.now"));
        }
        for (ReportView each : interim) {
            each.area(area.id()).map(what).filter(text -> !text.isBlank()).ifPresent(text -> {
                lines.add(words().text("followup.report.line.interim", each.term()));
                lines.add(text);
            });
        }
        return lines(lines);
    }

    private static String lines(List<String> lines) {
        String text = String.join("\n", lines);
        return text.length() <= MOST ? text : text.substring(0, MOST - 1) + "…";
    }

    private static Optional<Judged> first(long sign, List<CheckpointView> held) {
        return held.stream()
                .flatMap(each -> Optional.ofNullable(each.said().signs().get(sign)).stream())
                .findFirst();
    }

    private static Optional<Judged> last(long sign, List<CheckpointView> held) {
        return held.stream()
                .flatMap(each -> Optional.ofNullable(each.said().signs().get(sign)).stream())
                .reduce((one, other) -> other);
    }

    /** The signs that have moved, or are often seen. */
    private List<String> improvements(HeldArea area, List<CheckpointView> held) {
        List<String> lines = new ArrayList<>();
        for (HeldGoal goal : area.goals()) {
            for (HeldSign sign : goal.signs()) {
                Optional<Judged> last = last(sign.id(), held);
                Optional<SignState> first = first(sign.id(), held).map(Judged::state);
                last.filter(each -> each.state().isBeyond(SignState.SOMETIMES)
                                || first.filter(each.state()::isBeyond).isPresent())
                        .ifPresent(each -> lines.add(words().text(
                                                "followup.report.line.sign",
                                                sign.title(),
                                                words().text("followup.sign.state." + each.state()),
                                                words().text("followup.sign.state." + first.orElse(each.state())))
                                + (each.words().isEmpty() ? "" : " " + each.words())));
            }
        }
        return lines;
    }

    /** How each goal stands, in the sentence that its run chart has first. */
    private List<String> attainment(HeldArea area, List<GoalSeries> goals) {
        return goals.stream()
                .filter(series -> area.goals().contains(series.goal()))
                .map(series -> words().text(
                                "followup.report.line.goal",
                                series.goal().title(),
                                new GoalPicture(words(), series)
                                        .said().stream().findFirst().orElse("")))
                .toList();
    }

    /** The signs that nobody sees yet, and the interventions that did not go as planned, each with why. */
    private List<String> notReached(HeldArea area, List<CheckpointView> held) {
        List<String> lines = new ArrayList<>();
        for (HeldGoal goal : area.goals()) {
            for (HeldSign sign : goal.signs()) {
                last(sign.id(), held)
                        .filter(each -> each.state() == SignState.NOT_YET)
                        .ifPresent(each ->
                                lines.add(words().text("followup.report.line.not-yet", sign.title(), each.words())
                                        .strip()));
            }
        }
        for (HeldIntervention part : area.interventions()) {
            given(part, held)
                    .filter(each -> each.state().deviates())
                    .ifPresent(each -> lines.add(words().text(
                                    "followup.report.line.deviates",
                                    part.number(),
                                    words().text("followup.intervention.state." + each.state()),
                                    each.words())));
        }
        return lines;
    }

    private static Optional<Given> given(HeldIntervention part, List<CheckpointView> held) {
        return held.stream()
                .flatMap(each -> Optional.ofNullable(each.said().interventions().get(part.id())).stream())
                .reduce((one, other) -> other);
    }

    List<Part> parts(FollowedPlan plan, List<CheckpointView> held) {
        List<Part> parts = new ArrayList<>();
        for (HeldArea area : plan.plan().areas()) {
            for (HeldIntervention part : area.interventions()) {
                Optional<Given> given = given(part, held);
                parts.add(new Part(
                        part.id(),
                        area.id(),
                        part.number(),
                        part.title(),
                        given.map(each -> each.state().name()).orElse(""),
                        given.map(Given::dose).orElse(""),
                        given.map(Given::words).orElse("")));
            }
        }
        return parts;
    }
}
