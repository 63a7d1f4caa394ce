package se.samverkan.survey.collect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;
import se.samverkan.survey.collect.Answering.Met;
import se.samverkan.survey.question.AnswerSheet;
import se.samverkan.survey.question.Question;
import se.samverkan.survey.question.QuestionSet;
import se.samverkan.survey.question.QuestionSet.Audience;
import se.samverkan.survey.question.Suppression;

/**
 * The demonstration's surveys, where its head teacher is in a case: one of the staff that is closed, one of pupils that takes
 * answers, and a draft for guardians.
 */
@Component
@Order(50)
class InventedSurveys implements InventedStory {

    private static final Set<Audience> ASKED = Set.of(Audience.STAFF, Audience.PUPILS_OLDER, Audience.GUARDIANS);
    private static final int STAFF = 41;
    private static final int PUPILS = 17;
    private static final int DAYS = 12;
    private static final int WORDS = 5;

    private final Surveys surveys;
    private final Answering answering;
    private final InventedAsking places;
    private final MessageSource messages;

    InventedSurveys(Surveys surveys, Answering answering, InventedAsking places, MessageSource messages) {
        this.surveys = surveys;
        this.answering = answering;
        this.places = places;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "surveys";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        for (PartnershipView partnership : places.cases()) {
            Optional<Participant> school = places.ownFirst(surveys.unitsToAsk(partnership)).stream()
                    .filter(unit -> audiences(unit).containsAll(ASKED))
                    .findFirst();
            if (school.isPresent()) {
                tell(partnership, school.get());
                return;
            }
        }
    }

    private Set<Audience> audiences(Participant unit) {
        return surveys.sets(unit).stream().map(QuestionSet::audience).collect(Collectors.toSet());
    }

    private void tell(PartnershipView partnership, Participant unit) {
        drawn(partnership, unit, Audience.STAFF, "staff").ifPresent(survey -> {
            opened(survey, STAFF);
            surveys.close(survey);
        });
        drawn(partnership, unit, Audience.PUPILS_OLDER, "pupils").ifPresent(survey -> opened(survey, PUPILS));
        drawn(partnership, unit, Audience.GUARDIANS, "guardians");
    }

    private Optional<Long> drawn(PartnershipView partnership, Participant unit, Audience audience, String title) {
        return surveys.sets(unit).stream()
                .filter(set -> set.audience() == audience)
                .map(QuestionSet::key)
                .findFirst()
                .map(set -> surveys.drawUp(
                        partnership.id(),
                        unit.unit(),
                        set,
                        new SurveyDraft(
                                word(title, unit.name()), surveys.today().plusDays(DAYS), Suppression.USUAL)));
    }

    private void opened(long id, int answers) {
        surveys.open(id, surveys.survey(id).version());
        String code = surveys.survey(id).code();
        Met met = answering.met(code).orElseThrow();
        Random random = new Random(id);
        for (int i = 0; i < answers; i++) {
            int number = i;
            AnswerSheet sheet = AnswerSheet.read(met.questions(), answer(met, number, random));
            answering.answer(code, UUID.randomUUID(), met.number(), met.questions(), sheet, false);
        }
    }

    /** Mostly the better half of each scale; the first choices of groups more often than the last; some own words. */
    private Function<String, List<String>> answer(Met met, int number, Random random) {
        Map<String, Question> plain =
                met.questions().plain().collect(Collectors.toMap(Question::key, question -> question));
        return key -> {
            Question question = plain.get(key);
            if (question == null || question.choices().isEmpty()) {
                return number < WORDS ? List.of(word("words-" + (number + 1))) : List.of();
            }
            int choices = question.choices().size();
            double skewed = Math.abs(random.nextGaussian()) * choices / 3;
            return List.of(
                    question.choices().get(Math.min(choices - 1, (int) skewed)).key());
        };
    }

    private String word(String key, Object... details) {
        return messages.getMessage("survey.invented." + key, details, Words.SWEDISH);
    }
}
