package se.samverkan.survey.collect;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Bin;

/**
 * The door by which something written in own words is taken away, because it names somebody, and taken back within 30 days.
 * Meanwhile only those who run the survey see it, and the log never repeats it.
 */
@Component
class RemovedVoices {

    private final Surveys surveys;
    private final JdbcClient database;
    private final AuditTrail trail;

    RemovedVoices(Surveys surveys, JdbcClient database, AuditTrail trail) {
        this.surveys = surveys;
        this.database = database;
        this.trail = trail;
    }

    /** Those of a survey that the actor can take back, in an order of chance. */
    @Transactional(readOnly = true)
    public List<Voice> of(SurveyView survey) {
        return !survey.isClosed()
                ? List.of()
                : database.sql("""
                        select id, question, questions as number, words from survey.removed_voice
                        where survey = ? and removed_on >= access.today() - ? order by gen_random_uuid()
                        """)
                        .params(survey.id(), (int) Bin.KEPT.toDays())
                        .query(Voice.class)
                        .list();
    }

    @Transactional
    public void remove(long id, UUID voice) {
        moved(id, "select survey.remove_voice(?)", voice, "survey.voice-removed");
    }

    @Transactional
    public void takeBack(long id, UUID voice) {
        moved(id, "select survey.take_voice_back(?)", voice, "survey.voice-taken-back");
    }

    private void moved(long id, String sql, UUID voice, String what) {
        SurveyView survey = surveys.toRun(id);
        boolean done = database.sql(sql).param(voice).query().listOfRows().stream()
                .flatMap(row -> row.values().stream())
                .anyMatch(found -> found instanceof Long of && of == id);
        if (done) {
            trail.record(SurveyTrail.happening(what, survey));
        }
    }
}
