package se.samverkan.survey.collect;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.NamelessPath;
import se.samverkan.survey.question.AnswerSheet;
import se.samverkan.survey.question.QuestionSet.Audience;
import se.samverkan.survey.question.Questions;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door for those who answer, who are nobody here. It writes the answer and nothing else: no line in the log, no session,
 * no form token, no address, no time. That is the whole point of it, and the only place in the house where a change leaves no
 * trail.
 */
@Component
class Answering {

    private final JdbcClient database;
    private final JsonMapper json;

    Answering(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * What somebody with the link meets.
     *
     * @param isOpen whether it takes answers today
     * @param number the version of the questions
     */
    record Met(
            long id,
            String code,
            String title,
            Audience audience,
            boolean isOpen,
            LocalDate lastDay,
            int threshold,
            int number,
            String unit,
            String organiser,
            Questions questions) {}

    /** What became of an answer. */
    enum Outcome {
        TAKEN,
        CLOSED,
        UNKNOWN
    }

    @Transactional(readOnly = true)
    public Optional<Met> met(String code) {
        return database.sql("""
                        select id, title, audience, is_open, last_day, threshold, number, whole::text, unit_name,
                            organiser_name
                        from survey.by_code(?)
                        """)
                .param(code)
                .query((row, n) -> new Met(
                        row.getLong("id"),
                        code,
                        row.getString("title"),
                        Audience.valueOf(row.getString("audience")),
                        row.getBoolean("is_open"),
                        row.getObject("last_day", LocalDate.class),
                        row.getInt("threshold"),
                        row.getInt("number"),
                        row.getString("unit_name"),
                        row.getString("organiser_name"),
                        json.readValue(row.getString("whole"), Questions.class)))
                .optional();
    }

    /** The questions as a form put them, which may be older than those that are put now. */
    @Transactional(readOnly = true)
    public Optional<Questions> questions(String code, int number) {
        return database
                .sql("select survey.questions_by_code(?, ?)::text")
                .params(code, number)
                .query(String.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(whole -> json.readValue(whole, Questions.class));
    }

    /**
     * Takes an answer, once for each form.
     *
     * @param form the random id that the form carried
     * @param again whether the browser says that somebody has answered in it before
     */
    @Transactional
    public Outcome answer(String code, UUID form, int number, Questions questions, AnswerSheet sheet, boolean again) {
        String group = questions
                .group()
                .map(question -> sheet.chosen().getOrDefault(question.key(), List.of()))
                .flatMap(chosen -> chosen.stream().findFirst())
                .orElse("");
        return Outcome.valueOf(database.sql("select survey.answer(?, ?, ?, ?, ?::jsonb, ?, ?::jsonb)")
                .params(
                        code,
                        form,
                        number,
                        group,
                        json.writeValueAsString(sheet.chosen()),
                        again,
                        json.writeValueAsString(sheet.words()))
                .query(String.class)
                .single());
    }

    /** Says to the filters that nobody is asked here who they are. */
    @Configuration(proxyBeanMethods = false)
    static class Nameless {

        @Bean
        NamelessPath surveysAreNameless() {
            return new NamelessPath(SurveyAnswerController.UNDER);
        }
    }
}
