package se.samverkan.actionplan;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartDraft;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.analysis.AnalysisStage;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.analysis.priority.Place;
import se.samverkan.analysis.priority.Priorities;
import se.samverkan.analysis.priority.Priorities.Cell;
import se.samverkan.analysis.priority.Prioritising;

/** A school whose analysis has put one area first, and whose plan has begun from it. */
public final class PlanStage {

    public final AnalysisStage people;
    public final long head;
    public final long member;
    public final long director;
    public final long analysis;
    public final long id;

    public PlanStage(WebApplicationContext application) {
        people = new AnalysisStage(application);
        head = people.running.headTeacher;
        member = people.member;
        director = people.running.director;
        analysis = people.begun();
        long problem = people.problem(analysis, "Många når inte målen");
        people.evidence(analysis, EvidenceKind.RESULTS, "", "En av fyra når inte E", problem);
        long cause = people.cause(analysis, "Vi börjar om varje höst", problem);
        prioritise(people.area(analysis, "Överlämning", people.cause(analysis, "Ingen lämnar över", cause)));
        id = people.as(head, () -> plans().begin(people.running.id, people.unit));
    }

    private void prioritise(long area) {
        Priorities priorities = people.bean(Priorities.class);
        people.does(head, () -> priorities.begin(analysis, List.of("Effekt")));
        Prioritising now = people.as(
                head,
                () -> priorities
                        .newest(people.bean(Analyses.class).analysis(analysis))
                        .orElseThrow());
        Map<Cell, Integer> scores = new HashMap<>();
        scores.put(new Cell(area, now.criteria().getFirst().id()), 4);
        people.does(head, () -> priorities.score(analysis, scores, true));
        people.does(head, () -> priorities.close(analysis));
        people.does(head, () -> priorities.decide(analysis, List.of(new Place(area, 1, "Ger mest")), Optional.empty()));
    }

    public Plans plans() {
        return people.bean(Plans.class);
    }

    public PlanWriting writing() {
        return people.bean(PlanWriting.class);
    }

    public PlanView view(long person) {
        return people.as(person, () -> plans().plan(id));
    }

    public PlanParts parts() {
        return people.as(member, () -> writing().parts(plans().plan(id)));
    }

    public PlanPart area() {
        return parts().of(PlanPartKind.AREA).getFirst();
    }

    public PlanPart part(long part) {
        return parts().find(part).orElseThrow();
    }

    public long add(PlanPartKind kind, String title, long upper, Map<PlanField, String> fields) {
        return people.as(
                member,
                () -> writing()
                        .add(
                                id,
                                new PlanPartDraft(kind, title, "", fields),
                                upper == 0 ? Optional.empty() : Optional.of(upper)));
    }

    public String refused(PlanPartKind kind, long upper, Map<PlanField, String> fields) {
        return people.refusal(
                member, () -> writing().add(id, new PlanPartDraft(kind, "Något", "", fields), Optional.of(upper)));
    }

    /** The same part with a field that says something else. */
    public void change(long part, PlanField field, String text) {
        PlanPart before = part(part);
        Map<PlanField, String> fields = new EnumMap<>(PlanField.class);
        fields.putAll(before.fields());
        fields.put(field, text);
        people.does(
                member,
                () -> writing()
                        .change(
                                id,
                                part,
                                before.version(),
                                new PlanPartDraft(before.kind(), before.title(), before.words(), fields)));
    }

    /** A goal and an intervention in the area, so that the plan can be adopted. */
    public long whole() {
        long area = area().id();
        add(PlanPartKind.GOAL, "Ingen börjar om", area, Map.of());
        return add(PlanPartKind.INTERVENTION, "Överlämningsdag", area, Map.of(PlanField.MONDAY, "Lärarna läser"));
    }

    public String page(long person, String path) {
        return people.page(person, "/action-plans/" + id + path);
    }
}
