package se.samverkan.actionplan.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import se.samverkan.access.Names;
import se.samverkan.actionplan.content.Baselines;
import se.samverkan.actionplan.content.GoalTopics;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.PlannedTerms;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.actionplan.suggestion.PlanSuggestions;
import se.samverkan.discussion.Discussion;
import se.samverkan.meeting.TalkedAbout;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Origins;
import se.samverkan.shared.page.SentForm;

/** Puts the page of one part together: what it says, what stands under it, what stood there before, what is said of it. */
@Component
class PlanPartPage {

    private final Plans plans;
    private final PlanWriting writing;
    private final PlannedTerms terms;
    private final Baselines baselines;
    private final PlanSuggestions suggestions;
    private final Discussion discussion;
    private final TalkedAbout talks;
    private final Names names;
    private final Origins origins;

    PlanPartPage(
            Plans plans,
            PlanWriting writing,
            PlannedTerms terms,
            Baselines baselines,
            PlanSuggestions suggestions,
            Discussion discussion,
            TalkedAbout talks,
            Names names,
            Origins origins) {
        this.plans = plans;
        this.writing = writing;
        this.terms = terms;
        this.baselines = baselines;
        this.suggestions = suggestions;
        this.discussion = discussion;
        this.talks = talks;
        this.names = names;
        this.origins = origins;
    }

    /** @param errors what was refused of something done on the page, other than writing in the part */
    @Transactional(readOnly = true)
    public String of(long id, long partId, Optional<FormAgain> sent, FormErrors errors, Model model) {
        PlanView plan = plans.plan(id);
        PlanParts parts = writing.parts(plan);
        PlanPart part = parts.find(partId).orElseThrow(Refusal::notSeen);
        PlanChoices choices = choices(plan, parts, part.kind(), parts.areaOf(part), partId);
        FormAgain again = sent.orElseGet(() -> FormAgain.shown(PlanPartForm.of(part, choices)));
        model.addAttribute("plan", plan);
        model.addAttribute("parts", parts);
        model.addAttribute("part", part);
        model.addAttribute("choices", choices);
        model.addAttribute("again", again);
        model.addAttribute("errors", again.errors().isEmpty() ? errors : again.errors());
        model.addAttribute("comments", discussion.of("actionplan", id).getOrDefault("part-" + partId, List.of()));
        model.addAttribute("suggestions", suggestions.on(plan, partId));
        model.addAttribute(
                "talks", part.is(PlanPartKind.GOAL) ? talks.of(GoalTopics.KIND, Long.toString(partId)) : List.of());
        model.addAttribute("texts", writing.keptTexts(plan, partId));
        model.addAttribute("people", people(part));
        model.addAttribute("baselines", baselines);
        model.addAttribute("origins", origins.of(plan.address() + "/parts/" + partId));
        return "actionplan/page/part";
    }

    private Map<String, String> people(PlanPart part) {
        List<Long> ids = java.util.stream.LongStream.concat(
                        java.util.stream.LongStream.of(part.by()), part.reference(PlanField.RESPONSIBLE).stream())
                .boxed()
                .toList();
        return names.of(ids).entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        each -> each.getKey().toString(),
                        each -> each.getValue().name()));
    }

    /** The page on which a new part is written. */
    @Transactional(readOnly = true)
    public String added(PlanView plan, PlanPartKind kind, Optional<Long> upper, FormAgain again, Model model) {
        PlanParts parts = writing.parts(plan);
        Optional<PlanPart> above = upper.flatMap(parts::find);
        if (!above.map(PlanPart::kind).equals(kind.upper())) {
            throw Refusal.notSeen();
        }
        model.addAttribute("plan", plan);
        model.addAttribute("kind", kind);
        model.addAttribute("above", above);
        model.addAttribute("choices", choices(plan, parts, kind, above.flatMap(parts::areaOf), 0));
        model.addAttribute("again", again);
        return "actionplan/page/new";
    }

    /** The form of a part as it stands now. */
    @Transactional(readOnly = true)
    public SentForm now(PlanView plan, long partId) {
        PlanParts parts = writing.parts(plan);
        PlanPart part = parts.find(partId).orElseThrow(Refusal::notSeen);
        return PlanPartForm.of(part, choices(plan, parts, part.kind(), parts.areaOf(part), partId));
    }

    private PlanChoices choices(PlanView plan, PlanParts parts, PlanPartKind kind, Optional<PlanPart> area, long self) {
        PartnershipView partnership = plans.partnership(plan);
        return new PlanChoices(
                partnership.light(),
                plan.level() == Level.SCHOOL,
                parts,
                area,
                self,
                terms.of(partnership),
                kind == PlanPartKind.INTERVENTION ? plans.colleagues(plan) : List.of(),
                kind == PlanPartKind.GOAL ? baselines.ofUnit(plan) : List.of());
    }
}
