package se.samverkan.followup.invented;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.actionplan.HoldingPlans.HeldIntervention;
import se.samverkan.followup.checkpoint.CheckpointDraft;
import se.samverkan.followup.checkpoint.CheckpointDraft.Given;
import se.samverkan.followup.checkpoint.CheckpointDraft.Judged;
import se.samverkan.followup.checkpoint.CheckpointView.FollowOn;
import se.samverkan.followup.checkpoint.Checkpoints;
import se.samverkan.followup.checkpoint.InterventionState;
import se.samverkan.followup.goal.Goals;
import se.samverkan.followup.goal.MarkedPoints;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.followup.sign.NoteDraft;
import se.samverkan.followup.sign.SignState;
import se.samverkan.followup.sign.SignView;
import se.samverkan.followup.sign.Signs;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * The demonstration's head teacher has held two checkpoints: signs move, one intervention was late. A goal that the school counts
 * itself has a year of values, the code for the staff room is open, and the checkpoint of this term waits.
 */
@Component
@Order(61)
class InventedFollowUp implements InventedStory {

    /** What was counted month by month, the last one lately: chance first, then a change. */
    private static final double[] COUNTED = {3, 2, 3, 4, 2, 3, 5, 5, 6, 5, 6, 7};

    /** The place of the count that everybody sees is unlike the others. */
    private static final int STANDS_OUT = 2;

    private final FollowedPlans plans;
    private final Checkpoints checkpoints;
    private final Signs signs;
    private final Goals goals;
    private final MarkedPoints points;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedFollowUp(
            FollowedPlans plans,
            Checkpoints checkpoints,
            Signs signs,
            Goals goals,
            MarkedPoints points,
            Partnerships partnerships,
            MessageSource messages) {
        this.plans = plans;
        this.checkpoints = checkpoints;
        this.signs = signs;
        this.goals = goals;
        this.points = points;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "follow-up-checkpoints";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .flatMap(partnership -> plans.ofPartnership(partnership).stream())
                .filter(plan -> plan.closes() && plan.isLive())
                .findFirst()
                .ifPresent(this::tell);
    }

    private void tell(FollowedPlan plan) {
        Period now = Period.termOf(plans.today());
        signs.keep(plan.plan());
        hold(plan, now.plusTerms(-2), "first", 0);
        hold(plan, now.plusTerms(-1), "second", 1);
        count(plan);
        note(plan);
        signs.openCode(plan.id());
    }

    private void hold(FollowedPlan plan, Period term, String key, int step) {
        if (!plan.hasCheckpointIn(term, plans.today())) {
            return;
        }
        Map<Long, Judged> judged = new HashMap<>();
        List<SignView> all =
                signs.ofPlan(plan).stream().filter(SignView::stands).toList();
        for (int at = 0; at < all.size(); at++) {
            SignState state = SignState.values()[Math.min((at + step) % 3, 2)];
            judged.put(all.get(at).id(), new Judged(state, at == 0 ? word(key + ".sign") : ""));
        }
        Map<Long, Given> given = new HashMap<>();
        List<HeldIntervention> parts = plan.plan().interventions();
        for (int at = 0; at < parts.size(); at++) {
            boolean late = at == 1 && step == 0;
            given.put(
                    parts.get(at).id(),
                    late
                            ? new Given(InterventionState.DELAYED, word("dose-late"), word("late"))
                            : new Given(
                                    at == 2 ? InterventionState.DONE : InterventionState.GOES_ON,
                                    at == 0 ? word(key + ".dose") : "",
                                    ""));
        }
        CheckpointDraft said = new CheckpointDraft(
                word(key + ".reading"), word(key + ".keep"), word(key + ".change"), word(key + ".stop"), judged, given);
        checkpoints.write(plan.id(), term, 0, said, FreeText.NONE);
        checkpoints.close(plan.id(), term, 2);
        parts.stream()
                .reduce((one, next) -> next)
                .ifPresent(newest -> checkpoints.lead(
                        plan.id(),
                        term,
                        new FollowOn("AMENDMENT", newest.title(), plan.plan().part(newest.id())),
                        FreeText.NONE));
    }

    private void count(FollowedPlan plan) {
        plan.plan().goals().stream()
                .filter(goal -> goal.indicator().isEmpty() && goal.target().isPresent())
                .findFirst()
                .ifPresent(goal -> {
                    for (int at = 0; at < COUNTED.length; at++) {
                        LocalDate day = plans.today().minusMonths(COUNTED.length - at);
                        goals.count(plan.id(), goal.id(), day, COUNTED[at], OptionalInt.of(10), FreeText.NONE);
                    }
                    points.mark(
                            plan.id(),
                            goal.id(),
                            plans.today().minusMonths(COUNTED.length - STANDS_OUT),
                            new FreeText(word("point"), ""));
                });
    }

    private void note(FollowedPlan plan) {
        signs.ofPlan(plan).stream()
                .filter(SignView::stands)
                .findFirst()
                .ifPresent(sign -> signs.note(
                        sign.id(),
                        new NoteDraft(
                                SignState.OFTEN,
                                new FreeText(word("note"), ""),
                                plans.today().minusDays(6),
                                Optional.empty())));
    }

    private String word(String key) {
        return messages.getMessage("followup.invented." + key, null, Words.SWEDISH);
    }
}
