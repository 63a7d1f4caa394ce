package se.samverkan.statistics.demonstration;

import java.util.List;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Observation.Breakdown;

/**
 * The invented agency's school survey at one school one spring: how many were asked and answered, six questions each with
 * an index from 0 to 10 and the shares of its answer scale. A share of one to four answers is a hyphen.
 */
final class SurveyRound {

    private static final int FEWEST_ANSWERS = 5;

    /** A question: its name in the indicators, the index of an ordinary school, and its answers, best first. */
    private record Question(String name, double ordinary, List<String> answers) {}

    private static final List<String> CORRESPONDS = List.of("fully", "well", "poorly", "not-at-all");
    private static final List<String> HOW_OFTEN = List.of("always", "often", "sometimes", "seldom", "never");
    private static final List<Question> QUESTIONS = List.of(
            new Question("satisfaction", 6.6, CORRESPONDS),
            new Question("safety", 7.7, CORRESPONDS),
            new Question("study-environment", 5.7, HOW_OFTEN),
            new Question("support", 6.9, CORRESPONDS),
            new Question("inspiration", 4.9, HOW_OFTEN));

    private final School school;
    private final Chance chance;
    private final Period spring;
    private final boolean shares;

    /** @param year the calendar year of the spring; only the newest round tells the shares of each answer */
    SurveyRound(School school, long seed, int index, int year) {
        this.school = school;
        this.chance = Chance.of(seed, 41, school.number(), index);
        this.spring = new Period(Period.Kind.SPRING_TERM, year);
        this.shares = index == YearOfFigures.YEARS - 1;
    }

    /** @param young whether year 5 is asked too */
    void publish(Figures figures, boolean young) {
        if (young) {
            grade(figures, "5", 0.7);
        }
        grade(figures, "8", 0);
    }

    /** Year 2 of an upper secondary school. */
    void publishUpperSecondary(Figures figures, int group) {
        grade(figures, "2", -0.1, group);
    }

    private void grade(Figures figures, String grade, double happier) {
        grade(figures, grade, happier, (int) Math.round(Math.max(2, chance.normal(school.size(), 4))));
    }

    private void grade(Figures figures, String grade, double happier, int asked) {
        int answers = chance.outOf(asked, Chance.within(0.4, chance.normal(0.82, 0.08), 1));
        Breakdown breakdown = new Breakdown("GRADE", grade);
        figures.add("survey-pupils-group", breakdown, spring, Publication.whole(asked), null);
        figures.add("survey-pupils-answers", breakdown, spring, Publication.whole(answers), null);
        figures.add(
                "survey-pupils-response-rate", breakdown, spring, Publication.percent(100.0 * answers / asked), asked);
        for (Question question : QUESTIONS) {
            asked(figures, question, breakdown, happier, answers);
        }
    }

    private void asked(Figures figures, Question question, Breakdown grade, double happier, int answers) {
        String indicator = "survey-pupils-" + question.name();
        double mood = question.ordinary() + happier + school.quality() / 18 + chance.normal(0, 0.25);
        double index = Chance.within(1, mood + chance.normal(0, 2.4 / Math.sqrt(Math.max(1, answers))), 9.8);
        boolean enough = answers >= FEWEST_ANSWERS;
        Figure figure = enough ? Publication.decimal(index) : Publication.TOO_FEW_ANSWERS;
        figures.add(indicator, grade, spring, figure, enough ? answers : null);
        if (shares && enough) {
            answers(figures, indicator, question, grade, index, answers);
        }
    }

    /** Each answer falls on the scale by chance around the index, and the answers are counted. */
    private void answers(
            Figures figures, String indicator, Question question, Breakdown grade, double index, int answers) {
        int[] counted = new int[question.answers().size() + 1];
        for (int i = 0; i < answers; i++) {
            boolean none = chance.happens(0.07);
            double felt = Chance.within(0, chance.normal(index, 2.6), 9.999);
            int place = (int) ((10 - felt) / 10 * question.answers().size());
            counted[none ? counted.length - 1 : Math.min(place, counted.length - 2)]++;
        }
        for (int i = 0; i < counted.length; i++) {
            String answer = i < question.answers().size() ? question.answers().get(i) : "no-answer";
            boolean few = counted[i] > 0 && counted[i] < FEWEST_ANSWERS;
            Figure figure = few ? Publication.TOO_FEW_ANSWERS : Publication.percent(100.0 * counted[i] / answers);
            figures.add(indicator + "-" + answer, grade, spring, figure, answers);
        }
    }
}
