package se.samverkan.intervention.invented;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Part;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.intervention.lesson.LessonDraft;
import se.samverkan.intervention.lesson.Lessons;
import se.samverkan.intervention.lesson.Readers;
import se.samverkan.intervention.lesson.Teller;
import se.samverkan.intervention.matching.Match;
import se.samverkan.intervention.matching.Matching;
import se.samverkan.intervention.matching.Matching.Answer;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * The demonstration's head teacher has told the others of two things that the school tried, keeps a third at home, and has chosen
 * something for a cause of the analysis.
 */
@Component
@Order(47)
class InventedLessons implements InventedStory {

    private final Lessons lessons;
    private final Matching matching;
    private final Analyses analyses;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedLessons(
            Lessons lessons, Matching matching, Analyses analyses, Partnerships partnerships, MessageSource messages) {
        this.lessons = lessons;
        this.matching = matching;
        this.analyses = analyses;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "intervention-lessons";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        lessons.tellers().stream()
                .filter(each -> each.unit().isPresent())
                .findFirst()
                .ifPresent(this::tell);
        partnerships.live().stream()
                .flatMap(each -> analyses.ofPartnership(each.id()).stream())
                .filter(AnalysisView::writes)
                .findFirst()
                .ifPresent(this::choose);
    }

    private void tell(Teller school) {
        tell(school, 1, Set.of(Theme.LANGUAGE, Theme.AFTER_SCHOOL), Readers.EVERYBODY);
        tell(school, 2, Set.of(Theme.LANGUAGE, Theme.COLLEGIAL_LEARNING), Readers.EVERYBODY);
        tell(school, 3, Set.of(Theme.SAFETY), Readers.OWN);
    }

    private void tell(Teller school, int number, Set<Theme> themes, Readers readers) {
        lessons.tell(
                school,
                new LessonDraft(
                        word("lesson.invented." + number + ".title"),
                        themes,
                        word("lesson.invented." + number + ".cause"),
                        word("lesson.invented." + number + ".tried"),
                        word("lesson.invented." + number + ".seen"),
                        word("lesson.invented." + number + ".again"),
                        readers,
                        readers == Readers.EVERYBODY),
                FreeText.NONE);
    }

    private void choose(AnalysisView analysis) {
        for (Part need : matching.needs(analysis)) {
            Answer answer = matching.answer(analysis.id(), need.id(), null, java.util.Optional.empty());
            List<Match> matches = answer.matches();
            Optional<Match> best = matches.stream().findFirst();
            if (best.isPresent()) {
                matching.choose(
                        answer,
                        best.get().entry().id(),
                        new FreeText(word("match.invented.why"), ""),
                        new Words(messages, Words.SWEDISH));
                return;
            }
        }
    }

    private String word(String key) {
        return new Words(messages, Words.SWEDISH).text(key);
    }
}
