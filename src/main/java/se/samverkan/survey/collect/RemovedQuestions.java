package se.samverkan.survey.collect;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.shared.Bin;
import se.samverkan.shared.Refusal;
import se.samverkan.survey.question.Question;
import se.samverkan.survey.question.Questions;
import tools.jackson.databind.json.JsonMapper;

/** The door to questions that are not put any more: whoever runs the survey takes one back, for 30 days. */
@Component
class RemovedQuestions {

    private final Surveys surveys;
    private final JdbcClient database;
    private final JsonMapper json;

    RemovedQuestions(Surveys surveys, JdbcClient database, JsonMapper json) {
        this.surveys = surveys;
        this.database = database;
        this.json = json;
    }

    /** A question that was removed. */
    record Removed(long id, Question question) {}

    /** Those that can be taken back, the newest first; none of a closed survey. */
    @Transactional(readOnly = true)
    public List<Removed> of(SurveyView survey) {
        return survey.isClosed()
                ? List.of()
                : database.sql("""
                        select id, whole::text from survey.removed_question
                        where survey = ? and removed_on >= access.today() - ? order by id desc
                        """)
                        .params(survey.id(), (int) Bin.KEPT.toDays())
                        .query((row, n) ->
                                new Removed(row.getLong(1), json.readValue(row.getString(2), Question.class)))
                        .list();
    }

    /** Changes the questions, and keeps those that are not put any more. */
    @Transactional
    public void ask(long id, int seen, List<Question> asked) {
        Questions before = surveys.questions(surveys.toRun(id));
        surveys.ask(id, seen, asked);
        before.all().stream()
                .filter(question -> asked.stream().noneMatch(each -> each.key().equals(question.key())))
                .forEach(question -> database.sql(
                                "insert into survey.removed_question (survey, whole) values (?, ?::jsonb)")
                        .params(id, json.writeValueAsString(question))
                        .update());
    }

    /** Puts a question again, last; under another key where one of one's own has got its key meanwhile. */
    @Transactional
    public void takeBack(long id, long removed) {
        SurveyView survey = surveys.toRun(id);
        Removed back = of(survey).stream()
                .filter(each -> each.id() == removed)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        Questions now = surveys.questions(survey);
        List<Question> asked = new ArrayList<>(now.all());
        asked.add(
                back.question().called(QuestionForm.freeKey(now, back.question().key())));
        surveys.ask(id, survey.version(), asked);
        database.sql("delete from survey.removed_question where id = ?")
                .param(removed)
                .update();
    }
}
