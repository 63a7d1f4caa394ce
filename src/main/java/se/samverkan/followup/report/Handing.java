package se.samverkan.followup.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.followup.report.ReportView.Standing;
import se.samverkan.programme.variant.Level;
import se.samverkan.records.document.Adopting;
import se.samverkan.records.document.Content;
import se.samverkan.records.document.Dispatch;
import se.samverkan.records.document.DocumentReading;
import se.samverkan.records.document.DocumentSharing;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.Draft;
import se.samverkan.records.document.RecordRef;
import se.samverkan.records.document.ShareView;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door through which a report is handed in: it becomes a document of the unit, shared with the agency or office, which receipts it
 * or asks for more there, as the document's shares tell.
 */
@Component
class Handing {

    private static final String KIND = "followup.report";

    private final Reports reports;
    private final StoredReports store;
    private final FollowedPlans plans;
    private final ReportPapers papers;
    private final Documents documents;
    private final Adopting adopting;
    private final DocumentSharing sharing;
    private final DocumentReading reading;
    private final ReportNotices notices;
    private final AuditTrail trail;

    Handing(
            Reports reports,
            StoredReports store,
            FollowedPlans plans,
            ReportPapers papers,
            Documents documents,
            Adopting adopting,
            DocumentSharing sharing,
            DocumentReading reading,
            ReportNotices notices,
            AuditTrail trail) {
        this.reports = reports;
        this.store = store;
        this.plans = plans;
        this.papers = papers;
        this.documents = documents;
        this.adopting = adopting;
        this.sharing = sharing;
        this.reading = reading;
        this.notices = notices;
        this.trail = trail;
    }

    /**
     * Hands it in: a document of the unit, or of the organiser at its own level, that stands, shared with the agency or office
     * where that is somebody else. One that is handed in already is not handed in again.
     *
     * @return the id of the document
     */
    @Transactional
    public long handIn(long id, int version, FreeText message) {
        FollowedPlan plan = plans.toClose(reports.report(id).plan());
        ReportView report = reports.report(id);
        if (report.standing() == Standing.HANDED_IN) {
            throw Refusal.rule("followup.refusal.report-handed-in");
        }
        if (report.standing() != Standing.APPROVED) {
            throw Refusal.rule("followup.refusal.report-not-adopted");
        }
        Reports.requireVersion(report, version);
        store.turn(id, version);
        store.decide(report, "HANDED_IN", message.text());
        long document = filed(plan, reports.report(id));
        store.filed(id, document);
        if (plan.partnership().owner() != plan.partnership().organiser()) {
            sharing.share(
                    document,
                    documents.document(document).version(),
                    new Dispatch(Set.of(plan.partnership().owner()), message, ""));
        }
        notices.handedIn(plan, report);
        trail.record(Reports.happening("report-handed-in", plan, report)
                .changing("words", null, Reports.none(message.text()))
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

    /** What the agency or office has answered to a report that was handed in, the newest last. */
    @Transactional(readOnly = true)
    public List<ShareView.Answer> answers(ReportView report) {
        return report.document().stream()
                .flatMap(id -> reading.shares(id).stream())
                .flatMap(share -> share.recipients().stream())
                .flatMap(recipient -> recipient.answers().stream())
                .toList();
    }
}
