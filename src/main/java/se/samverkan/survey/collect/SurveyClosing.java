package se.samverkan.survey.collect;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.ActingAs;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Bin;
import se.samverkan.shared.Refusal;
import se.samverkan.survey.question.Questions;
import se.samverkan.survey.question.Result;
import se.samverkan.survey.question.Summing;
import se.samverkan.survey.question.Summing.Count;
import tools.jackson.databind.json.JsonMapper;

/**
 * Closes surveys: sums up what may be shown, keeps that, and deletes every answer, in one transaction. That is the standing
 * decision of disposal for answers (gallringsbeslut): nobody needs to take it anew, and nobody can put it off. A survey whose
 * last day has passed is closed the night after.
 */
@Component
class SurveyClosing {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final LocalTime AT_NIGHT = LocalTime.of(0, 40);

    private final JdbcClient database;
    private final JsonMapper json;
    private final AuditTrail trail;

    SurveyClosing(JdbcClient database, JsonMapper json, AuditTrail trail) {
        this.database = database;
        this.json = json;
        this.trail = trail;
    }

    private record Held(String standing, int threshold, int version, int answers, int again) {}

    private record Over(long id, long organiser, String title) {}

    /**
     * Closes a survey that the actor runs, or that is over.
     *
     * @throws Refusal when it is not open
     */
    @Transactional
    public void close(long survey, long organiser, String title) {
        Held held = database.sql("select standing, threshold, version, answers, again from survey.begin_closing(?)")
                .param(survey)
                .query(Held.class)
                .optional()
                .orElseThrow(Refusal::notSeen);
        if (!held.standing().equals("OPEN")) {
            throw Refusal.rule("survey.refusal.not-open");
        }
        Result result =
                new Summing(questions(survey), counts(survey)).result(held.answers(), held.threshold(), held.again());
        boolean closed = Boolean.TRUE.equals(database.sql("select survey.close(?, ?::jsonb)")
                .params(survey, json.writeValueAsString(result))
                .query(Boolean.class)
                .single());
        if (!closed) {
            throw Refusal.rule("survey.refusal.not-open");
        }
        trail.record(SurveyTrail.happening("survey.closed", survey, title, organiser)
                .changing("survey-answers", held.answers(), null));
    }

    private Map<Integer, Questions> questions(long survey) {
        Map<Integer, Questions> found = new TreeMap<>();
        database.sql("select number, whole::text from survey.questions_to_close(?)")
                .param(survey)
                .query(row -> {
                    found.put(row.getInt(1), json.readValue(row.getString(2), Questions.class));
                });
        return found;
    }

    private List<Count> counts(long survey) {
        return database.sql("select version, question, of_group as \"group\", choice, people from survey.sums(?)")
                .param(survey)
                .query((row, n) -> new Count(
                        row.getInt("version"),
                        row.getString("question"),
                        row.getString("group"),
                        row.getString("choice"),
                        row.getInt("people")))
                .list();
    }

    /** Closes what was to be answered before today, as the service person; and lays the answers of the others anew. */
    @Transactional
    public int closeWhatIsOver() {
        List<Over> over = database.sql("select id, organiser, title from survey.over()")
                .query(Over.class)
                .list();
        over.forEach(each -> close(each.id(), each.organiser(), each.title()));
        database.sql("select survey.tidy()").query(row -> {});
        database.sql("select survey.forget_removed(?)")
                .param((int) Bin.KEPT.toDays())
                .query(row -> {});
        return over.size();
    }

    /** Every night, whichever copy comes first. */
    @Configuration(proxyBeanMethods = false)
    static class Nightly {

        @Bean
        RecurringTask<Void> closeSurveys(ActingAs actingAs, SurveyClosing closing) {
            return Tasks.recurring("survey-close-surveys", Schedules.daily(SWEDEN, AT_NIGHT))
                    .execute((instance, context) -> actingAs.system(closing::closeWhatIsOver));
        }
    }
}
