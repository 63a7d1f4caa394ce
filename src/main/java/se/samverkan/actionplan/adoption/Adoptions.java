package se.samverkan.actionplan.adoption;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.actionplan.PlanDecided;
import se.samverkan.actionplan.adoption.StoredPlanVersions.Course;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartDraft;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWriting;
import se.samverkan.actionplan.content.Plans;
import se.samverkan.programme.variant.Level;
import se.samverkan.records.document.Adopting;
import se.samverkan.records.document.Content;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.Draft;
import se.samverkan.records.document.RecordRef;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to decisions on plans. The unit's head adopts what is written; the organiser decides that it holds, or sends it back
 * with a reason. From then on a new version is an amendment and says why. Nothing new is adopted while something waits. At the
 * organiser's own level both decisions are the same person's, and one.
 */
@Component
class Adoptions {

    private static final String KIND = "actionplan.version";

    private final Plans plans;
    private final PlanWriting writing;
    private final StoredPlanVersions store;
    private final PlanDocuments papers;
    private final Documents documents;
    private final Adopting adopting;
    private final PlanDecisionNotices notices;
    private final Names names;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Adoptions(
            Plans plans,
            PlanWriting writing,
            StoredPlanVersions store,
            PlanDocuments papers,
            Documents documents,
            Adopting adopting,
            PlanDecisionNotices notices,
            Names names,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.plans = plans;
        this.writing = writing;
        this.store = store;
        this.papers = papers;
        this.documents = documents;
        this.adopting = adopting;
        this.notices = notices;
        this.names = names;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** What has been decided, the newest first. */
    @Transactional(readOnly = true)
    public List<PlanVersion> of(PlanView plan) {
        return store.of(plan.id());
    }

    @Transactional(readOnly = true)
    public PlanVersion version(PlanView plan, int number) {
        return of(plan).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    /** What is written now. */
    @Transactional(readOnly = true)
    public FrozenPlan now(PlanView plan) {
        PlanParts parts = writing.parts(plan);
        List<Long> people = parts.of(PlanPartKind.INTERVENTION).stream()
                .flatMapToLong(part -> part.reference(PlanField.RESPONSIBLE).stream())
                .distinct()
                .boxed()
                .toList();
        Map<String, String> called = names.of(people).entrySet().stream()
                .collect(Collectors.toMap(
                        each -> each.getKey().toString(),
                        each -> each.getValue().name()));
        return FrozenPlan.of(parts, called);
    }

    /**
     * Adopts what is written now, for the unit.
     *
     * @param last the number of the newest version that was seen, 0 where there was none
     */
    @Transactional
    public void adopt(long id, int last, FreeText words) {
        PlanView plan = plans.toDecide(id);
        Course course = store.course(id);
        if (course.newest() != last) {
            throw Refusal.stale();
        }
        if (course.waits()) {
            throw Refusal.rule("actionplan.refusal.adopt-waits");
        }
        if (course.holds() && words.text().isBlank()) {
            throw Refusal.rule("actionplan.refusal.adopt-reason");
        }
        requireShort(words);
        FrozenPlan frozen = now(plan);
        requireWhole(frozen.plan());
        Optional<PlanVersion> holding =
                store.of(id).stream().filter(PlanVersion::holds).findFirst();
        if (holding.filter(each -> each.content().saysAs(frozen)).isPresent()) {
            throw Refusal.rule("actionplan.refusal.adopt-same");
        }
        int number = last + 1;
        long version = store.adopt(id, number, frozen, words.text());
        trail.record(Plans.happening(course.holds() ? "amended" : "adopted", plan)
                .changing("version", null, number)
                .changing("words", null, words.text().isEmpty() ? null : words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
        if (plan.level() == Level.ORGANISER) {
            store.decide(id, version, true, "");
            trail.record(Plans.happening("approved", plan).changing("version", null, number));
            events.publishEvent(new PlanDecided(id));
        }
    }

    private static void requireShort(FreeText words) {
        if (words.text().length() > PlanPartDraft.MOST_OF_WORDS) {
            throw Refusal.rule("actionplan.refusal.words-long", PlanPartDraft.MOST_OF_WORDS);
        }
    }

    private static void requireWhole(PlanParts parts) {
        if (parts.of(PlanPartKind.AREA).isEmpty()) {
            throw Refusal.rule("actionplan.refusal.adopt-empty");
        }
        for (PlanPart area : parts.of(PlanPartKind.AREA)) {
            if (parts.below(area, PlanPartKind.GOAL).isEmpty()
                    || parts.below(area, PlanPartKind.INTERVENTION).isEmpty()) {
                throw Refusal.rule("actionplan.refusal.adopt-bare", area.number(), area.title());
            }
        }
    }

    /** Decides for the organiser that a version holds, or sends it back with a reason. */
    @Transactional
    public void decide(long id, int number, boolean holds, FreeText words) {
        PlanView plan = plans.toApprove(id);
        PlanVersion version = version(plan, number);
        if (!version.waits()) {
            throw Refusal.rule("actionplan.refusal.decided");
        }
        if (!holds && words.text().isBlank()) {
            throw Refusal.rule("actionplan.refusal.back-reason");
        }
        requireShort(words);
        store.decide(id, version.id(), holds, words.text());
        trail.record(Plans.happening(holds ? "approved" : "sent-back", plan)
                .changing("version", null, number)
                .changing("reason", null, words.text().isEmpty() ? null : words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
        notices.decided(plan, holds);
        if (holds) {
            events.publishEvent(new PlanDecided(id));
        }
    }

    /**
     * Draws a version that holds up as a document of the unit, which can be shared as any other.
     *
     * @return the id of the document
     */
    @Transactional
    public long draw(long id, int number) {
        PlanView plan = plans.toDecide(id);
        PlanVersion version = version(plan, number);
        if (!version.holds()) {
            throw Refusal.rule("actionplan.refusal.draw-not-holding");
        }
        if (version.document().isPresent()) {
            return version.document().get();
        }
        Content content = new Content.Rendered(rendition(plan, version));
        RecordRef record = new RecordRef("actionplan", Long.toString(plan.id()));
        String title = papers.title(plan);
        Optional<DocumentView> before = documents.of(record).stream().findFirst();
        long document = before.map(DocumentView::id)
                .orElseGet(() -> documents.draft(
                        new Draft(
                                plan.organiser(), plan.organiser(), plan.unit(), KIND, title, Locale.of("sv"), record),
                        content));
        before.ifPresent(each ->
                documents.newVersion(each.id(), each.version(), new FreeText(title, ""), FreeText.NONE, content));
        adopting.adopt(document, documents.document(document).version(), adopting.own());
        store.draw(id, version.id(), document);
        trail.record(Plans.happening("drawn-up", plan).changing("version", null, number));
        return document;
    }

    /** A version as a document. */
    @Transactional(readOnly = true)
    public Rendition rendition(PlanView plan, PlanVersion version) {
        return papers.of(plan, organiser(plan), version.content(), papers.state(version), version.at());
    }

    /** What is written now as a document that says that it is a draft. */
    @Transactional(readOnly = true)
    public Rendition draft(PlanView plan) {
        return papers.of(plan, organiser(plan), now(plan), papers.draft(), clock.instant());
    }

    private String organiser(PlanView plan) {
        return plans.partnership(plan).organiserName();
    }
}
