package se.samverkan.analysis.invented;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.CauseKind;
import se.samverkan.analysis.chain.CauseLevel;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.EvidenceFigures;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.analysis.chain.Heard;
import se.samverkan.analysis.chain.KeptFigure;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.guide.Guide;
import se.samverkan.analysis.pack.Annotation;
import se.samverkan.analysis.pack.DataPack;
import se.samverkan.analysis.pack.DataPacks;
import se.samverkan.analysis.priority.Place;
import se.samverkan.analysis.priority.Priorities;
import se.samverkan.analysis.priority.Priorities.Cell;
import se.samverkan.analysis.priority.Prioritising;
import se.samverkan.discussion.opening.Openings;
import se.samverkan.discussion.opening.Supporter;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.variant.QuestionForm.Field;
import se.samverkan.programme.variant.QuestionForm.Kind;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.FigureWords;
import se.samverkan.statistics.InventedStory;

/**
 * The demonstration's head teacher has come a long way with the analysis of the own school: evidence, problems, causes asked
 * down to a root, areas in a decided order, and threads that are still loose.
 */
@Component
@Order(45)
class InventedAnalysis implements InventedStory {

    private static final int WEEKS_OPEN = 8;

    private final Analyses analyses;
    private final Chains chains;
    private final EvidenceFigures figures;
    private final Guide guide;
    private final Priorities priorities;
    private final InventedOwnWork ownWork;
    private final DataPacks packs;
    private final Openings openings;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedAnalysis(
            Analyses analyses,
            Chains chains,
            EvidenceFigures figures,
            Guide guide,
            Priorities priorities,
            InventedOwnWork ownWork,
            DataPacks packs,
            Openings openings,
            Partnerships partnerships,
            MessageSource messages) {
        this.analyses = analyses;
        this.chains = chains;
        this.figures = figures;
        this.guide = guide;
        this.priorities = priorities;
        this.ownWork = ownWork;
        this.packs = packs;
        this.openings = openings;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "analysis-of-a-school";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        for (PartnershipView partnership : partnerships.live()) {
            List<Participant> mine = analyses.mayBegin(partnership);
            if (!mine.isEmpty()) {
                tell(analyses.begin(partnership.id(), mine.getFirst().unit()));
                return;
            }
        }
    }

    private void tell(long id) {
        AnalysisView analysis = analyses.analysis(id);
        answer(analysis);
        long problem = add(id, PartKind.PROBLEM, "", "", "", "problem", 0);
        figure(analysis, problem);
        add(id, PartKind.EVIDENCE, EvidenceKind.VOICE.name(), "", Heard.PUPILS.name(), "voice", problem);
        long cause = add(id, PartKind.CAUSE, teaching(), "", "", "cause", problem);
        long why = add(id, PartKind.CAUSE, organisation(), CauseLevel.LEADERSHIP.name(), "", "why", cause);
        long root = add(id, PartKind.CAUSE, organisation(), CauseLevel.ORGANISER.name(), "", "root", why);
        long first = add(id, PartKind.AREA, "", "", "", "area", root);
        long follow = add(
                id, PartKind.CAUSE, CauseKind.FOLLOW_UP.name(), CauseLevel.LEADERSHIP.name(), "", "follow-up", problem);
        long second = add(id, PartKind.AREA, "", "", "", "second-area", follow);
        long calm = add(id, PartKind.PROBLEM, "", "", "", "second-problem", 0);
        add(id, PartKind.CAUSE, teaching(), CauseLevel.TEACHING.name(), "", "loose-cause", calm);
        long strength = add(id, PartKind.STRENGTH, "", "", "", "strength", 0);
        add(id, PartKind.EVIDENCE, EvidenceKind.OBSERVATION.name(), "", "", "observation", strength);
        order(id, first, second);
        annotate(analysis);
        ownWork.tell(id, root);
        open(analysis);
    }

    private static String teaching() {
        return CauseKind.TEACHING.name();
    }

    private static String organisation() {
        return CauseKind.ORGANISATION.name();
    }

    private void answer(AnalysisView analysis) {
        guide.forms(analysis).stream()
                .findFirst()
                .ifPresent(asked -> asked.fields().stream()
                        .filter(field -> field.kind() == Kind.TEXT)
                        .findFirst()
                        .map(Field::key)
                        .ifPresent(key -> guide.answer(
                                analysis.id(),
                                asked.form().key(),
                                asked.version(),
                                Map.of(key, new FreeText(word("answer"), "")))));
    }

    private long add(long id, PartKind kind, String sort, String level, String heard, String key, long under) {
        String source = kind == PartKind.EVIDENCE ? word(key + ".source") : "";
        return chains.add(
                id,
                new PartDraft(kind, sort, level, heard, word(key), "", source),
                under == 0 ? Optional.empty() : Optional.of(under));
    }

    /** A figure of the unit, where the demonstration has one with a value. */
    private void figure(AnalysisView analysis, long problem) {
        FigureWords words = new FigureWords(new Words(messages, Words.SWEDISH));
        figures.ofUnit(analysis).stream()
                .filter(each -> each.figure().value().isPresent())
                .findFirst()
                .ifPresent(found -> figures.indicator(found.indicator()).ifPresent(indicator -> {
                    KeptFigure kept = figures.keep(found);
                    String title = messages.getMessage(
                            "analysis.figure.sentence",
                            new Object[] {
                                indicator.name(Words.SWEDISH),
                                words.inPeriod(kept.period()),
                                words.figure(indicator, kept.figure())
                            },
                            Words.SWEDISH);
                    PartDraft draft = new PartDraft(
                            PartKind.EVIDENCE, EvidenceKind.FIGURE.name(), "", "", title, word("figure"), "");
                    chains.add(analysis.id(), draft, kept, Optional.of(problem));
                }));
    }

    private void order(long id, long first, long second) {
        priorities.begin(
                id,
                List.of("effect", "power", "urgency", "effort").stream()
                        .map(each -> messages.getMessage("analysis.criterion." + each, null, Words.SWEDISH))
                        .toList());
        AnalysisView analysis = analyses.analysis(id);
        Prioritising now = priorities.newest(analysis).orElseThrow();
        Map<Cell, Integer> scores = new HashMap<>();
        now.criteria().forEach(criterion -> {
            scores.put(new Cell(first, criterion.id()), 4);
            scores.put(new Cell(second, criterion.id()), 3);
        });
        priorities.score(id, scores, true);
        if (priorities.newest(analysis).orElseThrow().stage() == Prioritising.Stage.SCORED) {
            priorities.close(id);
        }
        priorities.decide(
                id,
                List.of(new Place(first, 1, word("first-reason")), new Place(second, 2, word("second-reason"))),
                Optional.empty());
    }

    private void annotate(AnalysisView analysis) {
        DataPack pack = packs.toAnnotate(
                analysis.partnership(), analysis.unitKey(), Annotation.WHOLE, new Words(messages, Words.SWEDISH));
        packs.annotate(pack, Annotation.WHOLE, 0, new FreeText(word("annotation"), ""));
    }

    private void open(AnalysisView analysis) {
        openings.supporters("analysis", analysis.id()).stream()
                .filter(each -> each.roles().contains(Role.PROCESS_FACILITATOR.name()))
                .map(Supporter::id)
                .findFirst()
                .ifPresent(person -> openings.open(
                        "analysis",
                        analysis.id(),
                        Set.of(person),
                        openings.today().plusWeeks(WEEKS_OPEN)));
    }

    private String word(String key) {
        return messages.getMessage("analysis.invented." + key, null, Words.SWEDISH);
    }
}
