package se.samverkan.analysis.version;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.Names.PersonName;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.chain.PartMarks;
import se.samverkan.analysis.guide.AskedForm;
import se.samverkan.analysis.guide.Guide;
import se.samverkan.analysis.priority.Place;
import se.samverkan.analysis.priority.Priorities;
import se.samverkan.analysis.version.Frozen.FrozenAnswer;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.QuestionFields;
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
import se.samverkan.shared.page.Words;

/**
 * The door to versions. Whoever decides for the unit adopts what is written: it is frozen, and becomes an adopted document of the
 * unit, which can be shared as any other. A problem that nothing shows, or areas without an order, cannot be adopted.
 */
@Component("analysisVersions")
class Versions {

    private static final String KIND = "analysis.version";

    private final Analyses analyses;
    private final Chains chains;
    private final PartMarks marks;
    private final Priorities priorities;
    private final Guide guide;
    private final StoredVersions store;
    private final AnalysisDocuments papers;
    private final Documents documents;
    private final Adopting adopting;
    private final Partnerships partnerships;
    private final AuditTrail trail;
    private final Clock clock;

    Versions(
            Analyses analyses,
            Chains chains,
            PartMarks marks,
            Priorities priorities,
            Guide guide,
            StoredVersions store,
            AnalysisDocuments papers,
            Documents documents,
            Adopting adopting,
            Partnerships partnerships,
            AuditTrail trail,
            Clock clock) {
        this.analyses = analyses;
        this.chains = chains;
        this.marks = marks;
        this.priorities = priorities;
        this.guide = guide;
        this.store = store;
        this.papers = papers;
        this.documents = documents;
        this.adopting = adopting;
        this.partnerships = partnerships;
        this.trail = trail;
        this.clock = clock;
    }

    /** The adopted versions, the newest first. */
    @Transactional(readOnly = true)
    public List<AdoptedVersion> of(AnalysisView analysis) {
        return store.of(analysis.id()).stream()
                .map(version -> version.saying(
                        version.content().of(marks.open(version.content().chain()))))
                .toList();
    }

    @Transactional(readOnly = true)
    public AdoptedVersion version(AnalysisView analysis, int number) {
        return of(analysis).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    /** What is written now, as it may be adopted: of what is marked as secret only that it is. */
    @Transactional(readOnly = true)
    public Frozen now(AnalysisView analysis) {
        return Frozen.of(marks.drawn(chains.chain(analysis)), priorities.order(analysis), answers(analysis));
    }

    private List<FrozenAnswer> answers(AnalysisView analysis) {
        return guide.forms(analysis).stream().flatMap(Versions::answers).toList();
    }

    private static java.util.stream.Stream<FrozenAnswer> answers(AskedForm asked) {
        return asked.fields().stream()
                .filter(field -> !asked.answer(field).isEmpty())
                .map(field -> new FrozenAnswer(
                        asked.form().key(),
                        field.key(),
                        field.label().in(Words.SWEDISH),
                        QuestionFields.told(field, asked.answer(field), Words.SWEDISH)));
    }

    /**
     * Adopts what is written now.
     *
     * @param last the number of the newest version that was seen, 0 where there was none
     */
    @Transactional
    public void adopt(long id, int last, FreeText words) {
        AnalysisView analysis = analyses.toDecide(id);
        if (store.of(id).stream().findFirst().map(AdoptedVersion::number).orElse(0) != last) {
            throw Refusal.stale();
        }
        if (words.text().length() > PartDraft.MOST_OF_WORDS) {
            throw Refusal.rule("analysis.refusal.words-long", PartDraft.MOST_OF_WORDS);
        }
        Chain chain = chains.chain(analysis);
        List<Place> order = priorities.order(analysis);
        requireWhole(chain, order);
        Frozen frozen = now(analysis);
        if (store.of(id).stream()
                .findFirst()
                .filter(each -> each.content().equals(frozen))
                .isPresent()) {
            throw Refusal.rule("analysis.refusal.adopt-same");
        }
        int number = last + 1;
        AdoptedVersion version = new AdoptedVersion(
                number, frozen, words.text(), 0, new PersonName(Actor.current().name(), null), clock.instant());
        long document = draw(analysis, version);
        store.adopt(id, number, frozen, words.text(), document);
        trail.record(Analyses.happening("adopted", analysis)
                .changing("version", null, number)
                .changing("words", null, words.text().isEmpty() ? null : words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    private static void requireWhole(Chain chain, List<Place> order) {
        if (chain.of(PartKind.PROBLEM).isEmpty()) {
            throw Refusal.rule("analysis.refusal.adopt-empty");
        }
        chain.of(PartKind.PROBLEM).stream()
                .filter(problem -> !chain.isShown(problem.id()))
                .map(Part::title)
                .findFirst()
                .ifPresent(title -> {
                    throw Refusal.rule("analysis.refusal.adopt-unshown", title);
                });
        if (order.isEmpty()) {
            throw Refusal.rule("analysis.refusal.adopt-unordered");
        }
    }

    /** Draws the version up as the unit's document, and adopts it there. */
    private long draw(AnalysisView analysis, AdoptedVersion version) {
        Content content = new Content.Rendered(rendition(analysis, version));
        RecordRef record = new RecordRef("analysis", Long.toString(analysis.id()));
        String title = papers.title(analysis);
        DocumentView before = documents.of(record).stream().findFirst().orElse(null);
        long id = before == null
                ? documents.draft(
                        new Draft(
                                analysis.organiser(),
                                analysis.organiser(),
                                analysis.unit(),
                                KIND,
                                title,
                                Locale.of("sv"),
                                record),
                        content)
                : before.id();
        if (before != null) {
            documents.newVersion(id, before.version(), new FreeText(title, ""), FreeText.NONE, content);
        }
        adopting.adopt(id, documents.document(id).version(), adopting.own());
        return id;
    }

    /** An adopted version as a document. */
    @Transactional(readOnly = true)
    public Rendition rendition(AnalysisView analysis, AdoptedVersion version) {
        return papers.of(analysis, organiser(analysis), version.content(), papers.adopted(version), version.at());
    }

    /** What is written now as a document that says that it is a draft. */
    @Transactional(readOnly = true)
    public Rendition draft(AnalysisView analysis) {
        return papers.of(analysis, organiser(analysis), now(analysis), papers.draft(), clock.instant());
    }

    private String organiser(AnalysisView analysis) {
        return partnerships
                .find(analysis.partnership())
                .map(PartnershipView::organiserName)
                .orElseThrow(Refusal::notSeen);
    }
}
