package se.samverkan.followup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.actionplan.PlanStage;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.analysis.AnalysisStage;
import se.samverkan.shared.Period;

/** A school whose plan holds, with a goal, two signs and an intervention, in its first term. */
public final class FollowUpStage {

    public final PlanStage plan;
    public final AnalysisStage people;
    public final long goal;
    public final long sign;
    public final long otherSign;
    public final long intervention;
    public final Period term;

    public FollowUpStage(WebApplicationContext application) {
        plan = new PlanStage(application);
        people = plan.people;
        long area = plan.area().id();
        goal = plan.add(
                PlanPartKind.GOAL,
                "Ingen börjar om",
                area,
                Map.of(
                        PlanField.SCALE, "Klasser som fortsätter där de slutade",
                        PlanField.BETTER, "HIGHER",
                        PlanField.BASELINE, "3",
                        PlanField.TARGET, "8"));
        sign = plan.add(PlanPartKind.SIGN, "Eleverna berättar vad de kan", goal, Map.of());
        otherSign = plan.add(PlanPartKind.SIGN, "Lärarna läser vårens arbeten", goal, Map.of());
        intervention =
                plan.add(PlanPartKind.INTERVENTION, "Överlämningsdag", area, Map.of(PlanField.MONDAY, "Lärarna läser"));
        adopt(0, "");
        decide(1);
        term = Period.termOf(people.running.today);
    }

    /** The head teacher adopts what is written now. */
    public void adopt(int last, String why) {
        people.sends(
                plan.head,
                "/action-plans/" + plan.id + "/versions",
                "version",
                Integer.toString(last),
                "plan-adoption-words",
                why);
    }

    /** The organiser decides that a version holds. */
    public void decide(int number) {
        people.sends(plan.director, "/action-plans/" + plan.id + "/versions/" + number + "/decision", "holds", "yes");
    }

    public String address() {
        return "/follow-ups/" + plan.id;
    }

    public String checkpoint() {
        return address() + "/checkpoints/" + term.key();
    }

    public String page(long person, String path) {
        return people.page(person, path);
    }

    public MockHttpServletResponse sends(long person, String path, String... fields) {
        return people.sends(person, path, fields);
    }

    /** Writes in the checkpoint of the term, from a version. */
    public MockHttpServletResponse writes(long person, int version, String... fields) {
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "version";
        all[fields.length + 1] = Integer.toString(version);
        return people.sends(person, checkpoint(), all);
    }

    public MockHttpServletResponse decides(long person, int version, String deed, String words) {
        return people.sends(
                person, checkpoint() + "/" + deed, "version", Integer.toString(version), "checkpoint-words", words);
    }

    /** Notes that a sign was seen. */
    public MockHttpServletResponse notes(long person, long of, String state, String words, LocalDate day) {
        return people.sends(person, "/signs/" + of, "state", state, "words", words, "seen-on", day.toString());
    }

    public int count(String sql) {
        return people.running.cast.behind().sql(sql).query(Integer.class).single();
    }
}
