package se.samverkan.followup.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.agreement.ToldDeviations;
import se.samverkan.agreement.ToldDeviations.Told;
import se.samverkan.followup.checkpoint.CheckpointView;
import se.samverkan.followup.checkpoint.Checkpoints;
import se.samverkan.followup.goal.Goals;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.followup.report.ReportView.Area;
import se.samverkan.followup.report.ReportView.Part;
import se.samverkan.followup.report.ReportView.Standing;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to reports. The group writes on what the checkpoints have filled in; the head teacher adopts for the unit; the organiser
 * adopts or sends back; then the head teacher {@link Handing hands in}, and opens the report again with the reason where the agency or
 * office asks for more.
 */
@Component
class Reports {

    /** How many letters a text can have. */
    static final int MOST_OF_WORDS = 5_000;

    private final StoredReports store;
    private final StoredReportTexts texts;
    private final FollowedPlans plans;
    private final Checkpoints checkpoints;
    private final Goals goals;
    private final ReportFilling filling;
    private final ToldDeviations deviations;
    private final ReportNotices notices;
    private final Rights rights;
    private final AuditTrail trail;

    Reports(
            StoredReports store,
            StoredReportTexts texts,
            FollowedPlans plans,
            Checkpoints checkpoints,
            Goals goals,
            ReportFilling filling,
            ToldDeviations deviations,
            ReportNotices notices,
            Rights rights,
            AuditTrail trail) {
        this.store = store;
        this.texts = texts;
        this.plans = plans;
        this.checkpoints = checkpoints;
        this.goals = goals;
        this.filling = filling;
        this.deviations = deviations;
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
     * What deviates from the agreement or the funding decision: as it was when the organiser adopted the report; before that as it is
     * now, as far as the actor may know.
     */
    @Transactional(readOnly = true)
    public List<Told> deviations(ReportView report) {
        return report.standing().isAdoptedByBoth()
                ? report.deviations()
                : deviations.ofPartnership(
                        plans.plan(report.plan()).partnership().id());
    }

    /**
     * Begins a report, filled in from the plan and its checkpoints, the final one from the interim ones too; one that is begun already for the term is the same.
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
        texts.fill(
                report,
                plan.plan().unit(),
                filling.areas(plan, held, goals.of(plan), kind == ReportKind.FINAL ? interim(id) : List.of()),
                filling.parts(plan, held));
        trail.record(happening("report-begun", plan, report(report)));
        return report;
    }

    /** The interim reports of a plan that the unit and the organiser have adopted, the newest first. */
    private List<ReportView> interim(long plan) {
        return store.ofPlan(plan).stream()
                .filter(each ->
                        each.kind() == ReportKind.INTERIM && each.standing().isAdoptedByBoth())
                .flatMap(each -> store.find(each.id()).stream())
                .toList();
    }

    /** Writes the texts of a report, from the version that was seen. */
    @Transactional
    public void write(long id, int version, List<Area> areas, List<Part> parts, FreeText words) {
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
                        texts.write(id, area);
                    });
        }
        for (Part part : parts) {
            now.parts().stream()
                    .filter(each -> each.intervention() == part.intervention()
                            && !each.words().equals(part.words()))
                    .forEach(each -> {
                        old.add(each.number() + ": " + each.words());
                        said.add(part.number() + ": " + part.words());
                        texts.write(id, part);
                    });
        }
        if (said.isEmpty()) {
            return;
        }
        store.turn(id, version);
        trail.record(happening("report-written", plan, now)
                .changing("words", String.join("\n", old), String.join("\n", said))
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    private static String told(Area area) {
        return area.title() + ": "
                + String.join(" / ", area.improvements(), area.attainment(), area.notReached(), area.effects());
    }

    static void requireVersion(ReportView report, int version) {
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

    static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }

    static Happening happening(String deed, FollowedPlan plan, ReportView report) {
        return FollowedPlans.happening(deed, plan.plan())
                .changing("followup-term", null, Objects.toString(report.term()));
    }
}
