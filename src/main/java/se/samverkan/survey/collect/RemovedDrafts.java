package se.samverkan.survey.collect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Bin;
import se.samverkan.shared.Refusal;
import se.samverkan.survey.question.QuestionSet.Audience;
import se.samverkan.survey.question.Questions;
import tools.jackson.databind.json.JsonMapper;

/** The door by which a survey that nobody has been asked is taken away, and taken back within 30 days, with its questions. */
@Component
class RemovedDrafts {

    private final Surveys surveys;
    private final StoredSurveys stored;
    private final Partnerships partnerships;
    private final JdbcClient database;
    private final JsonMapper json;
    private final AuditTrail trail;

    RemovedDrafts(
            Surveys surveys,
            StoredSurveys stored,
            Partnerships partnerships,
            JdbcClient database,
            JsonMapper json,
            AuditTrail trail) {
        this.surveys = surveys;
        this.stored = stored;
        this.partnerships = partnerships;
        this.database = database;
        this.json = json;
        this.trail = trail;
    }

    /** A draft that was removed. */
    record Removed(long id, long unit, String set, Audience audience, SurveyDraft draft, Questions questions) {}

    /** Those of a partnership that the actor can take back, the newest first. */
    @Transactional(readOnly = true)
    public List<Removed> of(long partnership) {
        return database.sql("""
                        select id, unit, question_set, audience, title, last_day, threshold, questions::text
                        from survey.removed_draft where partnership = ? and removed_on >= access.today() - ? order by id desc
                        """)
                .params(partnership, (int) Bin.KEPT.toDays())
                .query((row, n) -> removed(row))
                .list();
    }

    private Removed removed(ResultSet row) throws SQLException {
        return new Removed(
                row.getLong("id"),
                row.getLong("unit"),
                row.getString("question_set"),
                Audience.valueOf(row.getString("audience")),
                new SurveyDraft(
                        row.getString("title"), row.getObject("last_day", LocalDate.class), row.getInt("threshold")),
                json.readValue(row.getString("questions"), Questions.class));
    }

    /** Takes away a draft. */
    @Transactional
    public void remove(long id, int seen) {
        SurveyView survey = surveys.toChange(id, seen);
        if (!survey.isDraft()) {
            throw Refusal.rule("survey.refusal.open-already");
        }
        database.sql("""
                        insert into survey.removed_draft (partnership, organiser, unit, title, question_set, audience, threshold,
                            last_day, questions)
                        values (:partnership, :organiser, :unit, :title, :set, :audience, :threshold, :last, :questions::jsonb)
                        """)
                .param("partnership", survey.partnership())
                .param("organiser", survey.organiser())
                .param("unit", survey.unit())
                .param("title", survey.title())
                .param("set", survey.set())
                .param("audience", survey.audience().name())
                .param("threshold", survey.threshold())
                .param("last", survey.lastDay())
                .param("questions", json.writeValueAsString(surveys.questions(survey)))
                .update();
        if (!stored.remove(survey)) {
            throw Refusal.stale();
        }
        trail.record(SurveyTrail.happening("survey.removed", survey).changing("title", survey.title(), null));
    }

    /**
     * Takes a draft back, with a link of its own.
     *
     * @return its id, which is another than before
     */
    @Transactional
    public long takeBack(long partnership, long removed) {
        PartnershipView view = partnerships.find(partnership).orElseThrow(Refusal::notSeen);
        Removed back = of(partnership).stream()
                .filter(each -> each.id() == removed)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        long id = stored.add(view, back.unit(), back.set(), back.audience(), back.draft(), back.questions());
        database.sql("delete from survey.removed_draft where id = ?")
                .param(removed)
                .update();
        trail.record(SurveyTrail.happening("survey.taken-back", surveys.survey(id))
                .changing("title", null, back.draft().title()));
        return id;
    }
}
