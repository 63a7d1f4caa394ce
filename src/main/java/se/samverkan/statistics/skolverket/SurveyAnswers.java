package se.samverkan.statistics.skolverket;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.Observation.Breakdown;
import tools.jackson.databind.JsonNode;

/**
 * Reads the school survey (Skolenkäten, the School Inspectorate's) of one unit in its nested shape: per grade, six
 * questions, each an index from 0 to 10 and the shares of two answer scales, of which a question uses one: how well
 * something corresponds, or how often it happens. A share that is null was not asked on this scale.
 */
final class SurveyAnswers {

    private static final Map<String, String> QUESTIONS = Map.of(
            "satisfactionMetrics", "satisfaction",
            "securityMetrics", "safety",
            "workingEnvironmentMetrics", "study-environment",
            "supportMetrics", "support",
            "inspirationMetrics", "inspiration",
            "recommendMetrics", "recommend");

    private static final Map<String, String> SHARES = Map.ofEntries(
            Map.entry("ratioCorrespondsFully", "fully"),
            Map.entry("ratioCorrespondsWell", "well"),
            Map.entry("ratioCorrespondsPoorly", "poorly"),
            Map.entry("ratioCorrespondsNotAtAll", "not-at-all"),
            Map.entry("ratioAlways", "always"),
            Map.entry("ratioOften", "often"),
            Map.entry("ratioSometimes", "sometimes"),
            Map.entry("ratioSeldom", "seldom"),
            Map.entry("ratioNever", "never"),
            Map.entry("ratioDoNotKnow", "do-not-know"),
            Map.entry("ratioNoAnswer", "no-answer"));

    private final Question question;
    private final Reading reading;
    private final String survey;

    private SurveyAnswers(Question question, Reading reading) {
        this.question = question;
        this.reading = reading;
        this.survey = question.path().contains("/custodians") ? "survey-custodians" : "survey-pupils";
    }

    static void read(Question question, JsonNode body, Reading reading) {
        SurveyAnswers answers = new SurveyAnswers(question, reading);
        JsonNode grades = body.get("schoolYearMetrics");
        List<JsonNode> groups =
                grades == null ? List.of(body) : grades.valueStream().toList();
        groups.forEach(answers::group);
    }

    private void group(JsonNode group) {
        try {
            Period period = Reading.period(Published.text(group, "semester"));
            Breakdown grade = grade(Published.text(group, "schoolYear"));
            Integer asked = count(group, "noInGroup", "-group", grade, period);
            Integer answered = count(group, "noOfAnswers", "-answers", grade, period);
            one(survey + "-response-rate", group, "answeringFrequency", grade, period, asked);
            QUESTIONS.forEach((field, name) -> questioned(name, group.path(field), grade, period, answered));
        } catch (Published.Unreadable e) {
            reading.refuse(question.path(), "semester", group.path("semester").toString(), e.rule());
        }
    }

    private void questioned(String name, JsonNode answers, Breakdown grade, Period period, @Nullable Integer answered) {
        String indicator = survey + "-" + name;
        one(indicator, answers, "average", grade, period, answered);
        SHARES.forEach((field, share) -> one(indicator + "-" + share, answers, field, grade, period, answered));
    }

    private @Nullable Integer count(JsonNode group, String field, String indicator, Breakdown grade, Period period) {
        Figure figure = one(survey + indicator, group, field, grade, period, null);
        return figure instanceof Figure.Exact exact ? (int) exact.number() : null;
    }

    private @Nullable Figure one(
            String indicator, JsonNode node, String field, Breakdown grade, Period period, @Nullable Integer n) {
        String token = Published.text(node, field);
        if (token == null) {
            return null;
        }
        try {
            Figure figure = Published.surveyFigure(token);
            reading.add(question.path(), question.unit(), indicator, grade, period, figure, n);
            return figure;
        } catch (Published.Unreadable e) {
            reading.refuse(question.path(), field, token, e.rule());
            return null;
        }
    }

    /** {@code ak8} is year 8 of the compulsory school, {@code ar2} year 2 of the upper secondary. */
    private static Breakdown grade(@Nullable String schoolYear) throws Published.Unreadable {
        if (schoolYear == null) {
            return Breakdown.ALL;
        }
        if (!schoolYear.matches("(ak|ar)\\d{1,2}")) {
            throw new Published.Unreadable("grade-unknown");
        }
        return new Breakdown("GRADE", schoolYear.substring(2));
    }
}
