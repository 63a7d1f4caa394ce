package se.samverkan.intervention.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.intervention.catalogue.ActingLevel;
import se.samverkan.intervention.catalogue.Catalogue;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.intervention.matching.Ranking.Ranked;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.MunicipalityView;
import se.samverkan.organisation.UnitView;
import se.samverkan.organisation.UnitView.FormView;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;

/**
 * The door from a cause, or an area, to what could meet it: the entries of the catalogues with the reasons written out, and what people
 * chose of them. Whoever writes in the analysis chooses.
 */
@Component
public class Matching {

    private static final int TERMS_AHEAD = 4;

    /** So many are read whole and reasoned about. */
    private static final int MOST = 40;

    private final Analyses analyses;
    private final Chains chains;
    private final Catalogue catalogue;
    private final StoredChoices store;
    private final Ranking ranking;
    private final ThemeWords themeWords;
    private final Directory directory;
    private final Rights rights;
    private final AuditTrail trail;
    private final Clock clock;

    Matching(
            Analyses analyses,
            Chains chains,
            Catalogue catalogue,
            StoredChoices store,
            Ranking ranking,
            ThemeWords themeWords,
            Directory directory,
            Rights rights,
            AuditTrail trail,
            Clock clock) {
        this.analyses = analyses;
        this.chains = chains;
        this.catalogue = catalogue;
        this.store = store;
        this.ranking = ranking;
        this.themeWords = themeWords;
        this.directory = directory;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What could meet a cause or an area.
     *
     * @param part the cause or area
     * @param themes what was looked for
     * @param matches the weightiest, the weightiest first
     * @param total how many entries answer in all
     */
    public record Answer(AnalysisView analysis, Part part, Set<Theme> themes, List<Match> matches, int total) {}

    /** What was chosen in the analyses of a case that the actor reads. */
    @Transactional(readOnly = true)
    public List<Chosen> ofPartnership(long partnership) {
        return store.ofPartnership(partnership);
    }

    /** What was chosen in an analysis, in the order in which it was. */
    @Transactional(readOnly = true)
    public List<Chosen> ofAnalysis(AnalysisView analysis) {
        return store.ofAnalysis(analysis.id());
    }

    /** What something can be chosen for: the areas, and then the causes, roots first. */
    @Transactional(readOnly = true)
    public List<Part> needs(AnalysisView analysis) {
        Chain chain = chains.chain(analysis);
        List<Part> causes = chain.of(PartKind.CAUSE);
        return Stream.of(
                        chain.of(PartKind.AREA).stream(),
                        causes.stream().filter(chain::isRoot),
                        causes.stream().filter(cause -> !chain.isRoot(cause)))
                .flatMap(each -> each)
                .toList();
    }

    /**
     * What could meet a cause or an area of an analysis.
     *
     * @param wanted what it is about; null for what its words tell
     * @param also an entry that is asked for, which is there if it answers at all
     */
    @Transactional(readOnly = true)
    public Answer answer(long analysisId, long partId, @Nullable Set<Theme> wanted, Optional<Long> also) {
        rights.require(Verb.READ_CATALOGUE);
        AnalysisView analysis = analyses.analysis(analysisId);
        Chain chain = chains.chain(analysis);
        Part part = chain.find(partId)
                .filter(each -> each.is(PartKind.CAUSE) || each.is(PartKind.AREA))
                .orElseThrow(Refusal::notSeen);
        String text = part.title() + "\n" + part.words();
        String around = chain.above(partId).stream().map(Part::title).collect(Collectors.joining("\n"));
        Set<Theme> themes = wanted == null ? themeWords.in(text + "\n" + around) : wanted;
        Set<Long> chosen = store.ofAnalysis(analysisId).stream()
                .filter(each -> each.part() == partId)
                .map(Chosen::entry)
                .collect(Collectors.toSet());
        Need need = need(analysis, chain, part, text, themes);
        List<Ranked> ranked =
                ranking.first(need, analysis.unit(), chosen, also.map(List::of).orElse(List.of()), MOST);
        Map<Long, Long> used = ranked.stream().collect(Collectors.toMap(Ranked::id, Ranked::used));
        List<Match> matches = new Reasoning(need, used).of(catalogue.entries(used.keySet()), chosen);
        int total = ranked.isEmpty() ? 0 : ranked.getFirst().total();
        return new Answer(analysis, part, themes, matches, Math.max(total, matches.size()));
    }

    private Need need(AnalysisView analysis, Chain chain, Part part, String text, Set<Theme> themes) {
        Optional<UnitView> unit = directory.unitById(analysis.unit());
        List<String> forms = unit.map(UnitView::forms).orElse(List.of()).stream()
                .map(FormView::form)
                .toList();
        String municipality = unit.map(each -> each.municipality().code()).orElse("");
        Period now = Period.termOf(LocalDate.now(clock));
        return new Need(
                text,
                themes,
                level(chain, part),
                forms,
                municipality,
                neighbours(municipality),
                IntStream.rangeClosed(0, TERMS_AHEAD).mapToObj(now::plusTerms).toList());
    }

    /** The level of a cause, and for an area that of the first of its causes that has one. */
    private static @Nullable ActingLevel level(Chain chain, Part part) {
        return Stream.concat(Stream.of(part), chain.above(part.id()).stream())
                .map(Part::level)
                .flatMap(level -> Arrays.stream(ActingLevel.values())
                        .filter(each -> each.name().equals(level)))
                .findFirst()
                .orElse(null);
    }

    private Set<String> neighbours(String municipality) {
        List<MunicipalityView> all = directory.municipalities();
        return all.stream()
                .filter(each -> each.code().equals(municipality))
                .findFirst()
                .map(own -> all.stream()
                        .filter(each -> each.county().equals(own.county()))
                        .map(MunicipalityView::code)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** The analysis, for one who chooses in it. */
    @Transactional(readOnly = true)
    public AnalysisView toChoose(long analysis) {
        rights.require(Verb.READ_CATALOGUE);
        return analyses.toWrite(analysis);
    }

    /** Chooses an entry for a cause or an area. What spoke for and against it is kept in these words. */
    @Transactional
    public void choose(Answer answer, long entryId, FreeText why, Words words) {
        AnalysisView analysis = analyses.locked(answer.analysis().id());
        Match match = answer.matches().stream()
                .filter(each -> each.entry().id() == entryId)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        if (why.text().isBlank()) {
            throw Refusal.rule("match.refusal.why");
        }
        try {
            store.choose(
                    analysis,
                    answer.part().id(),
                    match.entry(),
                    why.text(),
                    match.reasons().stream().map(each -> each.said(words)).toList());
        } catch (DuplicateKeyException already) {
            throw Refusal.rule("match.refusal.already");
        }
        trail.record(Analyses.happening("intervention-chosen", analysis)
                .changing("title", null, match.entry().offer().title())
                .changing("words", null, why.text())
                .changing("number-reason", null, why.numberReasonOrNull()));
    }

    /** Undoes a choice; that it was made, and why, is kept. */
    @Transactional
    public void undo(long analysisId, long choice) {
        AnalysisView analysis = analyses.locked(analysisId);
        Chosen chosen = store.ofAnalysis(analysisId).stream()
                .filter(each -> each.id() == choice)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        if (!store.undo(choice)) {
            throw Refusal.stale();
        }
        trail.record(Analyses.happening("intervention-unchosen", analysis).changing("title", chosen.title(), null));
    }
}
