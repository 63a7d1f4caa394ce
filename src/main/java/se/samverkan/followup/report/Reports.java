package se.samverkan.followup.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.agreement.ToldDeviations;
import se.samverkan.followup.checkpoint.CheckpointView;
import se.samverkan.followup.checkpoint.Checkpoints;
import se.samverkan.followup.goal.Goals;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.followup.report.ReportView.Area;
import se.samverkan.followup.report.ReportView.Part;
import se.samverkan.followup.report.ReportView.Standing;
import se.samverkan.programme.variant.Level;
import se.samverkan.records.document.Adopting;
import se.samverkan.records.document.Content;
import se.samverkan.records.document.Dispatch;
import se.samverkan.records.document.DocumentSharing;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.Draft;
import se.samverkan.records.document.RecordRef;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to reports. The group writes on what the checkpoints have filled in; the head teacher adopts for the unit; the organiser
 * adopts or sends back; then the head teacher hands in. What is handed in is a document of the unit, shared with the agency or
 * office, which receipts it or asks for more there; then the head teacher opens the report again with the reason.
 */
@Component
class Reports {

    /** How many letters a text can have. */
    static final int MOST_OF_WORDS = 5_000;

    private static final String KIND = "followup.report";

    private final StoredReports store;
    private final FollowedPlans plans;
    private final Checkpoints checkpoints;
    private final Goals goals;
    private final ReportFilling filling;
    private final ReportPapers papers;
    private final ToldDeviations deviations;
    private final Documents documents;
    private final Adopting adopting;
    private final DocumentSharing sharing;
    private final ReportNotices notices;
    private final Rights rights;
    private final AuditTrail trail;

    Reports(
            StoredReports store,
            FollowedPlans plans,
            Checkpoints checkpoints,
            Goals goals,
            ReportFilling filling,
            ReportPapers papers,
            ToldDeviations deviations,
            Documents documents,
            Adopting adopting,
            DocumentSharing sharing,
            ReportNotices notices,
            Rights rights,
            AuditTrail trail) {
        this.store = store;
        this.plans = plans;
        this.checkpoints = checkpoints;
        this.goals = goals;
        this.filling = filling;
        this.papers = papers;
        this.deviations = deviations;
        this.documents = documents;
        this.adopting = adopting;
        this.sharing = sharing;
        this.notices = notices;
        this.rights = rights;
        this.trail = trail;
    }

    /** The reports of a plan, the newest first; without what they say. */
    @Transactional(readOnly = true)
    public List<ReportView> ofPlan(FollowedPlan plan) {
        return store.ofPlan(plan.id());
    }

    /** The ids of all reports that the actor reads. */
    @Transactional(readOnly = true)
    public List<Long> readable() {
        rights.require(Verb.READ_FOLLOW_UP);
        return store.readable();
    }

    @Transactional(readOnly = true)
    public ReportView report(long id) {
        rights.require(Verb.READ_FOLLOW_UP);
        return store.find(id).orElseThrow(Refusal::notSeen);
    }

    /** Whether the actor decides on it for the organiser. */
    @Transactional(readOnly = true)
    public boolean approves(ReportView report) {
        return rights.allow(Verb.APPROVE_REPORTS) && store.approves(report.unit());
    }

    /**
     * Begins a report, filled in from the plan and its checkpoints; one that is begun already for the term is the same.
     *
     * @return its id
     */
    @Transactional
    public long begin(long id, ReportKind kind) {
        FollowedPlan plan = plans.toWrite(id);
        Period term = Period.termOf(plans.today());
        Optional<ReportView> begun = store.ofPlan(id).stream()
                .filter(each -> each.kind() == kind)
                .filter(each -> kind == ReportKind.FINAL || each.term().equals(term))
                .findFirst();
        if (begun.isPresent()) {
            return begun.get().id();
        }
        List<CheckpointView> held = checkpoints.ofPlan(plan).stream()
                .filter(each -> each.standing() != CheckpointView.Standing.SKIPPED)
                .toList();
        long report = store.begin(plan, kind, term);
        store.fill(report, plan.plan().unit(), filling.areas(plan, held, goals.of(plan)), filling.parts(plan, held));
        trail.record(happening("report-begun", plan, report(report)));
        return report;
    }

    /** Writes the texts of a report, from the version that was seen. */
    @Transactional
    public void write(long id, int version, List<Area> areas, List<Part> parts, FreeText texts) {
        ReportView before = report(id);
        FollowedPlan plan = plans.toWrite(before.plan());
        ReportView now = report(id);
        if (!now.standing().isWritten()) {
            throw Refusal.rule("followup.refusal.report-stands");
        }
        requireVersion(now, version);
        List<String> old = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (Area area : areas) {
            now.areas().stream()
                    .filter(each -> each.area() == area.area() && !each.equals(area))
                    .forEach(each -> {
                        old.add(told(each));
                        said.add(told(area));
                        store.write(id, area);
                    });
        }
        for (Part part : parts) {
            now.parts().stream()
                    .filter(each -> each.intervention() == part.intervention()
                            && !each.words().equals(part.words()))
                    .forEach(each -> {
                        old.add(each.number() + ": " + each.words());
                        said.add(part.number() + ": " + part.words());
                        store.write(id, part);
                    });
        }
        if (said.isEmpty()) {
            return;
        }
        store.turn(id, version);
        trail.record(happening("report-written", plan, now)
                .changing("words", String.join("\n", old), String.join("\n", said))
                .changing("number-reason", null, texts.numberReasonOrNull()));
    }

    private static String told(Area area) {
        return area.title() + ": "
                + String.join(" / ", area.improvements(), area.attainment(), area.notReached(), area.effects());
    }

    private static void requireVersion(ReportView report, int version) {
        if (report.version() != version) {
            throw Refusal.stale();
        }
    }

    /** Adopts it for the unit; at the organiser's own level that is the organiser's decision too. */
    @Transactional
    public void adopt(long id, int version) {
        FollowedPlan plan = plans.toClose(report(id).plan());
        ReportView report = report(id);
        if (report.standing() != Standing.DRAFT) {
            throw Refusal.rule("followup.refusal.report-stands");
        }
        requireVersion(report, version);
        if (!report.areas().stream().allMatch(Reports::isTold)) {
            throw Refusal.rule("followup.refusal.report-empty");
        }
        store.turn(id, version);
        store.decide(report, "ADOPTED", "");
        trail.record(happening("report-adopted", plan, report));
        if (plan.plan().level() == Level.ORGANISER && approves(report)) {
            store.decide(report, "APPROVED", "");
            store.list(report, deviations.ofPartnership(plan.partnership().id()));
            trail.record(happening("report-approved", plan, report));
        } else {
            notices.adopted(plan, report);
        }
    }

    /** Whether something is said of what came of an area. */
    static boolean isTold(Area area) {
        return !area.improvements().isBlank() || !area.notReached().isBlank();
    }

    /** Decides for the organiser: it is adopted there too, or goes back with a reason. */
    @Transactional
    public void decide(long id, int version, boolean holds, FreeText words) {
        ReportView report = toApprove(id);
        if (report.standing() != Standing.ADOPTED) {
            throw Refusal.rule("followup.refusal.report-decided");
        }
        requireVersion(report, version);
        if (!holds) {
            requireReason(words);
        }
        store.turn(id, version);
        store.decide(report, holds ? "APPROVED" : "SENT_BACK", words.text());
        FollowedPlan plan = plans.plan(report.plan());
        if (holds) {
            store.list(report, deviations.ofPartnership(plan.partnership().id()));
        } else {
            notices.sentBack(plan, report);
        }
        trail.record(happening(holds ? "report-approved" : "report-sent-back", plan, report)
                .changing("words", null, none(words.text()))
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    private ReportView toApprove(long id) {
        ReportView report = report(id);
        if (!approves(report)) {
            throw Refusal.notAllowed("refusal.verb.APPROVE_REPORTS");
        }
        store.lock(report.plan());
        return report(id);
    }

    private static void requireReason(FreeText words) {
        if (words.text().isBlank()) {
            throw Refusal.rule("followup.refusal.why");
        }
        if (words.text().length() > MOST_OF_WORDS) {
            throw Refusal.rule("followup.refusal.words-long", MOST_OF_WORDS);
        }
    }

    /**
     * Hands it in: a document of the unit, or of the organiser at its own level, that stands, shared with the agency or office where that is somebody else.
     *
     * @return the id of the document
     */
    @Transactional
    public long handIn(long id, int version, FreeText message) {
        FollowedPlan plan = plans.toClose(report(id).plan());
        ReportView report = report(id);
        if (report.standing() == Standing.HANDED_IN) {
            throw Refusal.rule("followup.refusal.report-handed-in");
        }
        if (report.standing() != Standing.APPROVED) {
            throw Refusal.rule("followup.refusal.report-not-adopted");
        }
        requireVersion(report, version);
        store.turn(id, version);
        store.decide(report, "HANDED_IN", message.text());
        long document = filed(plan, report(id));
        store.filed(id, document);
        if (plan.partnership().owner() != plan.partnership().organiser()) {
            sharing.share(
                    document,
                    documents.document(document).version(),
                    new Dispatch(Set.of(plan.partnership().owner()), message, ""));
        }
        notices.handedIn(plan, report);
        trail.record(happening("report-handed-in", plan, report)
                .changing("words", null, none(message.text()))
                .changing("number-reason", null, message.numberReasonOrNull()));
        return document;
    }

    private long filed(FollowedPlan plan, ReportView report) {
        Content content = new Content.Rendered(papers.rendition(plan, report));
        String title = papers.title(plan, report);
        long document;
        if (report.document().isPresent()) {
            document = report.document().get();
            documents.newVersion(
                    document, documents.document(document).version(), new FreeText(title, ""), FreeText.NONE, content);
        } else {
            document = documents.draft(
                    new Draft(
                            plan.plan().organiser(),
                            plan.plan().organiser(),
                            plan.plan().level() == Level.ORGANISER
                                    ? null
                                    : plan.plan().unit(),
                            KIND,
                            title,
                            Locale.of("sv"),
                            new RecordRef("followup", Long.toString(plan.id()))),
                    content);
        }
        adopting.adopt(document, documents.document(document).version(), adopting.own());
        return document;
    }

    /** Opens one that was adopted or handed in, with the reason: the agency asked for more, or something was wrong. */
    @Transactional
    public void reopen(long id, int version, FreeText words) {
        FollowedPlan plan = plans.toClose(report(id).plan());
        ReportView report = report(id);
        if (report.standing() == Standing.DRAFT) {
            throw Refusal.rule("followup.refusal.report-open");
        }
        requireVersion(report, version);
        requireReason(words);
        store.decide(report, "REOPENED", words.text());
        store.turn(id, version);
        trail.record(happening("report-reopened", plan, report)
                .changing("words", null, words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Happening happening(String deed, FollowedPlan plan, ReportView report) {
        return FollowedPlans.happening(deed, plan.plan())
                .changing("followup-term", null, Objects.toString(report.term()));
    }
}
