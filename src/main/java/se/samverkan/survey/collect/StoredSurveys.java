package se.samverkan.survey.collect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.page.Codes;
import se.samverkan.survey.collect.SurveyView.Standing;
import se.samverkan.survey.question.QuestionSet;
import se.samverkan.survey.question.QuestionSet.Audience;
import se.samverkan.survey.question.Questions;
import se.samverkan.survey.question.Result;
import tools.jackson.databind.json.JsonMapper;

/** Surveys and their questions in the database, as row-level security lets the actor see them. No answer is read here. */
@Component
class StoredSurveys {

    private static final String COLUMNS = """
            select s.id, s.partnership, s.organiser, o.name as organiser_name, s.unit, u.name as unit_name, s.title,
                s.question_set, s.audience, s.threshold, s.last_day, s.code, s.standing, s.opened_on, s.closed_on, s.version,
                (select max(q.number) from survey.questions q where q.survey = s.id) as questions
            from survey.survey s
            join organisation.unit u on u.id = s.unit
            join organisation.organisation o on o.id = s.organiser
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    StoredSurveys(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Those of a partnership: what is open or drafted first, then the newest. */
    List<SurveyView> ofPartnership(long partnership) {
        return database.sql(COLUMNS + """
                 where s.partnership = ? order by s.standing = 'CLOSED', s.closed_on desc, s.id desc
                """)
                .param(partnership)
                .query((row, n) -> view(row))
                .list();
    }

    Optional<SurveyView> find(long id) {
        return database.sql(COLUMNS + " where s.id = ?")
                .param(id)
                .query((row, n) -> view(row))
                .optional();
    }

    private static SurveyView view(ResultSet row) throws SQLException {
        return new SurveyView(
                row.getLong("id"),
                row.getLong("partnership"),
                row.getLong("organiser"),
                row.getString("organiser_name"),
                row.getLong("unit"),
                row.getString("unit_name"),
                row.getString("title"),
                row.getString("question_set"),
                Audience.valueOf(row.getString("audience")),
                row.getInt("threshold"),
                row.getObject("last_day", LocalDate.class),
                row.getString("code"),
                Standing.valueOf(row.getString("standing")),
                Optional.ofNullable(row.getObject("opened_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
                row.getInt("questions"),
                row.getInt("version"));
    }

    /** Whether the actor holds a verb at a unit. */
    boolean may(String verb, long unit) {
        return database.sql("select ? = any (survey.units_for(?))")
                .params(unit, verb)
                .query(Boolean.class)
                .single();
    }

    /** The units at which the actor holds a verb. */
    List<Long> units(String verb) {
        return database.sql("select unnest(survey.units_for(?))")
                .param(verb)
                .query(Long.class)
                .list();
    }

    LocalDate today() {
        return database.sql("select access.today()").query(LocalDate.class).single();
    }

    long add(PartnershipView partnership, long unit, QuestionSet set, SurveyDraft draft) {
        return add(partnership, unit, set.key(), set.audience(), draft, set.questions());
    }

    long add(
            PartnershipView partnership,
            long unit,
            String set,
            Audience audience,
            SurveyDraft draft,
            Questions questions) {
        long id = database.sql("""
                        insert into survey.survey (partnership, owner_organisation, organiser, unit, title, question_set,
                            audience, threshold, last_day, code)
                        values (:partnership, :organiser, :organiser, :unit, :title, :set, :audience, :threshold, :last,
                            :code)
                        returning id
                        """)
                .param("partnership", partnership.id())
                .param("organiser", partnership.organiser())
                .param("unit", unit)
                .param("title", draft.title())
                .param("set", set)
                .param("audience", audience.name())
                .param("threshold", draft.threshold())
                .param("last", draft.lastDay())
                .param("code", Codes.random())
                .query(Long.class)
                .single();
        ask(id, 1, questions);
        return id;
    }

    /** Puts these questions as a version, in the place of what it said before. */
    void ask(long survey, int number, Questions questions) {
        database.sql("""
                        insert into survey.questions (survey, number, whole) values (?, ?, ?::jsonb)
                        on conflict (survey, number) do update set whole = excluded.whole
                        """)
                .params(survey, number, json.writeValueAsString(questions))
                .update();
    }

    Questions questions(long survey, int number) {
        return database.sql("select whole::text from survey.questions where survey = ? and number = ?")
                .params(survey, number)
                .query(String.class)
                .optional()
                .map(this::read)
                .orElse(new Questions(List.of()));
    }

    Map<Integer, Questions> everyVersion(long survey) {
        Map<Integer, Questions> found = new TreeMap<>();
        database.sql("select number, whole::text from survey.questions where survey = ?")
                .param(survey)
                .query(row -> {
                    found.put(row.getInt(1), read(row.getString(2)));
                });
        return found;
    }

    private Questions read(String whole) {
        return json.readValue(whole, Questions.class);
    }

    /** Whether the version was still the one that was seen. */
    boolean change(SurveyView seen, SurveyDraft draft) {
        return database.sql("""
                        update survey.survey set title = ?, last_day = ?, threshold = ?, version = version + 1
                        where id = ? and version = ?
                        """)
                        .params(draft.title(), draft.lastDay(), draft.threshold(), seen.id(), seen.version())
                        .update()
                == 1;
    }

    boolean touch(SurveyView seen) {
        return database.sql("update survey.survey set version = version + 1 where id = ? and version = ?")
                        .params(seen.id(), seen.version())
                        .update()
                == 1;
    }

    boolean open(SurveyView seen) {
        return database.sql("""
                        update survey.survey set standing = 'OPEN', opened_on = access.today(), version = version + 1
                        where id = ? and version = ? and standing = 'DRAFT'
                        """).params(seen.id(), seen.version()).update() == 1;
    }

    boolean remove(SurveyView seen) {
        database.sql("delete from survey.questions where survey = ?")
                .param(seen.id())
                .update();
        return database.sql("delete from survey.survey where id = ? and version = ? and standing = 'DRAFT'")
                        .params(seen.id(), seen.version())
                        .update()
                == 1;
    }

    /** How many have answered each; a survey that nobody has answered is not there. */
    Map<Long, Integer> answers(Collection<Long> surveys) {
        Map<Long, Integer> found = new HashMap<>();
        database.sql("select survey, answers from survey.answers(?)")
                .param(surveys.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong(1), row.getInt(2));
                });
        return found;
    }

    Optional<Result> result(long survey) {
        return database.sql("select whole::text from survey.result where survey = ?")
                .param(survey)
                .query(String.class)
                .optional()
                .map(whole -> json.readValue(whole, Result.class));
    }

    List<Voice> voices(long survey) {
        return database.sql("select id, question, number, words from survey.voices(?)")
                .param(survey)
                .query(Voice.class)
                .list();
    }

    Optional<Summary> summary(long survey) {
        return database.sql("select words, version from survey.summary where survey = ?")
                .param(survey)
                .query(Summary.class)
                .optional();
    }

    /** What own words told of, in words of those who read them. */
    record Summary(String words, int version) {}

    boolean summarise(long survey, String words, int seen) {
        return database.sql("""
                        insert into survey.summary as s (survey, words) values (:survey, :words)
                        on conflict (survey) do update set words = excluded.words, version = s.version + 1
                        where s.version = :seen
                        """)
                        .param("survey", survey)
                        .param("words", words)
                        .param("seen", seen)
                        .update()
                == 1;
    }
}
