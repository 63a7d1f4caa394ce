package se.samverkan.analysis.chain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;

/**
 * The door to the chain of an analysis: those who write in it add parts, change and remove them, and say what stands under
 * what. Nothing that was written is lost: a text that is replaced is kept, and a removal can be undone for 30 days. The log
 * tells what a part is called and never what is said of it, which may come to be marked as secret.
 */
@Component
public class Chains {

    private static final int MOST_TEXTS = 20;

    private final Analyses analyses;
    private final StoredParts store;
    private final StoredKeptTexts texts;
    private final ObjectProvider<Kept> keepers;
    private final Marks marks;
    private final AuditTrail trail;

    Chains(
            Analyses analyses,
            StoredParts store,
            StoredKeptTexts texts,
            ObjectProvider<Kept> keepers,
            Marks marks,
            AuditTrail trail) {
        this.analyses = analyses;
        this.store = store;
        this.texts = texts;
        this.keepers = keepers;
        this.marks = marks;
        this.trail = trail;
    }

    /** The chain of an analysis that the actor reads. */
    @Transactional(readOnly = true)
    public Chain chain(AnalysisView analysis) {
        return store.chain(analysis.id());
    }

    /** The chains of several analyses that the actor reads, by the id of the analysis; one without parts is not there. */
    @Transactional(readOnly = true)
    public Map<Long, Chain> chains(Collection<AnalysisView> several) {
        return store.chains(several.stream().map(AnalysisView::id).toList());
    }

    /**
     * Adds a part.
     *
     * @param under the part that it stands under; empty where it is to be placed later
     * @return its id
     */
    @Transactional
    public long add(long id, PartDraft draft, Optional<Long> under) {
        AnalysisView analysis = analyses.locked(id);
        Optional<Part> upper = under.map(part -> require(store.chain(id), part));
        if (upper.filter(part -> !draft.kind().standsUnder(part.kind())).isPresent()) {
            throw Refusal.rule("analysis.refusal.place");
        }
        long part = store.add(id, draft, draft.kind() == PartKind.AREA ? store.nextNumber(id) : null);
        upper.ifPresent(part2 -> store.link(id, part2.id(), part));
        trail.record(Analyses.happening("part-added", analysis)
                .changing("title", null, draft.title())
                .changing("analysis-under", null, upper.map(Part::title).orElse(null)));
        return part;
    }

    /** Adds a published figure as evidence, as it is known now. */
    @Transactional
    public long add(long id, PartDraft draft, KeptFigure figure, Optional<Long> under) {
        long part = add(id, draft, under);
        store.keep(part, figure);
        return part;
    }

    /**
     * Adds evidence that was chosen from another room, with what it says now.
     *
     * @param kind the kind of its source
     * @param ref its id within that kind
     * @param words what it says; what is longer than can be kept is cut
     * @param address the path of the page where it stands
     */
    @Transactional
    public long add(
            long id, PartDraft draft, String kind, String ref, String words, String address, Optional<Long> under) {
        long part = add(id, draft, under);
        store.keep(part, kind, ref, words.substring(0, Math.min(words.length(), Origin.MOST)), address);
        return part;
    }

    /** What parts of a kind are called in the analyses that the actor reads: of one unit, or of all in a partnership. */
    @Transactional(readOnly = true)
    public List<NamedPart> named(long partnership, Optional<Long> unit, PartKind kind) {
        return analyses.concernActor() ? store.named(partnership, unit, kind) : List.of();
    }

    /** Changes a part, from the version that was seen; what stood there is kept. */
    @Transactional
    public void change(long id, long partId, int version, PartDraft draft) {
        AnalysisView analysis = analyses.locked(id);
        Part before = require(store.chain(id), partId);
        if (before.version() != version) {
            throw Refusal.stale();
        }
        if (before.draft().equals(draft)) {
            return;
        }
        marks.requireOpen(PartMarks.KIND, partId);
        if (!before.title().equals(draft.title()) || !before.words().equals(draft.words())) {
            texts.keepReplaced(partId);
        }
        if (!store.change(partId, version, draft)) {
            throw Refusal.stale();
        }
        trail.record(Analyses.happening("part-changed", analysis)
                .changing("title", before.title(), draft.title())
                .changing("analysis-source", none(before.source()), none(draft.source()))
                .changing("analysis-sort", none(before.sort()), none(draft.sort()))
                .changing("analysis-level", none(before.level()), none(draft.level()))
                .changing("analysis-heard", none(before.heard()), none(draft.heard())));
    }

    /** Keeps what somebody wrote in a part while somebody else saved another text. */
    @Transactional
    public void keepUnsaved(long id, long part, String title, String words) {
        analyses.toWrite(id);
        require(store.chain(id), part);
        marks.requireOpen(PartMarks.KIND, part);
        if (title.length() <= PartDraft.MOST_OF_TITLE && words.length() <= PartDraft.MOST_OF_WORDS) {
            texts.keepUnsaved(part, title, words);
        }
    }

    /** The texts of a part that do not stand any more, the newest first; for those who write in it. */
    @Transactional(readOnly = true)
    public List<KeptText> keptTexts(AnalysisView analysis, long part) {
        return analysis.writes() ? texts.of(part, MOST_TEXTS) : List.of();
    }

    /** Removes a part; what stood under it stays, under nothing. */
    @Transactional
    public void remove(long id, long partId) {
        AnalysisView analysis = analyses.locked(id);
        Part part = require(store.chain(id), partId);
        marks.requireOpen(PartMarks.KIND, partId);
        keepers.orderedStream()
                .flatMap(keeper -> keeper.whyKept(part.id()).stream())
                .findFirst()
                .ifPresent(why -> {
                    throw Refusal.rule(why);
                });
        store.remove(partId);
        trail.record(Analyses.happening("part-removed", analysis).changing("title", part.title(), null));
    }

    /** What has been removed and can be taken back, the newest first. */
    @Transactional(readOnly = true)
    public List<RemovedPart> removed(AnalysisView analysis) {
        return analysis.writes() ? store.removed(analysis.id()) : List.of();
    }

    /** Takes a removed part back, to where it stood. */
    @Transactional
    public void restore(long id, long partId) {
        AnalysisView analysis = analyses.locked(id);
        if (store.chain(id).find(partId).isPresent()) {
            return;
        }
        RemovedPart part = store.removed(id).stream()
                .filter(each -> each.id() == partId)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        store.restore(partId);
        trail.record(Analyses.happening("part-restored", analysis).changing("title", null, part.title()));
    }

    /** Lets a part stand under one more. */
    @Transactional
    public void link(long id, long lower, long upper) {
        AnalysisView analysis = analyses.locked(id);
        Chain chain = store.chain(id);
        if (chain.link(upper, lower).isEmpty()) {
            put(analysis, chain, require(chain, lower), require(chain, upper), "linked");
        }
    }

    /** Moves a part from under one to under another; from nothing, where it stood under nothing. */
    @Transactional
    public void move(long id, long lower, Optional<Long> from, long to) {
        AnalysisView analysis = analyses.locked(id);
        Chain chain = store.chain(id);
        Optional<Link> old = from.flatMap(upper -> chain.link(upper, lower));
        if (chain.link(to, lower).isEmpty()) {
            put(analysis, chain, require(chain, lower), require(chain, to), "moved");
            old.ifPresent(link -> store.unlink(link.id()));
        }
    }

    private void put(AnalysisView analysis, Chain chain, Part lower, Part upper, String deed) {
        if (!lower.kind().standsUnder(upper.kind())) {
            throw Refusal.rule("analysis.refusal.place");
        }
        if (!chain.canStand(lower, upper)) {
            throw Refusal.rule("analysis.refusal.circle", lower.title(), upper.title());
        }
        store.link(analysis.id(), upper.id(), lower.id());
        trail.record(Analyses.happening(deed, analysis)
                .changing("title", null, lower.title())
                .changing("analysis-under", null, upper.title()));
    }

    /** Takes a part away from under another; it may stand under nothing then. */
    @Transactional
    public void unlink(long id, long lower, long upper) {
        AnalysisView analysis = analyses.locked(id);
        Chain chain = store.chain(id);
        Part part = require(chain, lower);
        chain.link(upper, lower).ifPresent(link -> {
            store.unlink(link.id());
            trail.record(Analyses.happening("unlinked", analysis)
                    .changing("title", null, part.title())
                    .changing("analysis-under", require(chain, upper).title(), null));
        });
    }

    private static Part require(Chain chain, long part) {
        return chain.find(part).orElseThrow(Refusal::notSeen);
    }

    private static @org.jspecify.annotations.Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }
}
