package se.samverkan.followup.goal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to points that stand out. That a point is obviously unlike the others is for people to see: those who write of the plan say
 * which and why, and take it back. The rules and the median stay as they are.
 */
@Component
public class MarkedPoints {

    private static final int MOST_OF_WORDS = 300;
    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final FollowedPlans plans;
    private final Goals goals;
    private final Names names;
    private final AuditTrail trail;

    MarkedPoints(JdbcClient database, FollowedPlans plans, Goals goals, Names names, AuditTrail trail) {
        this.database = database;
        this.plans = plans;
        this.goals = goals;
        this.names = names;
        this.trail = trail;
    }

    private record Row(long id, long goal, LocalDate day, String words, long madeBy, Timestamp madeAt) {}

    /** Those of a plan, in the time of their series. */
    @Transactional(readOnly = true)
    public List<MarkedPoint> ofPlan(long plan) {
        List<Row> rows = database.sql("""
                        select id, goal, day, words, made_by, made_at from followup.marked_point
                        where plan = ? and removed_at is null order by goal, day
                        """).param(plan).query(Row.class).list();
        Map<Long, PersonName> called =
                names.of(rows.stream().map(Row::madeBy).distinct().toList());
        return rows.stream()
                .map(each -> new MarkedPoint(
                        each.id(),
                        each.goal(),
                        each.day(),
                        each.words(),
                        called.getOrDefault(each.madeBy(), NOBODY).name(),
                        each.madeAt().toInstant()))
                .toList();
    }

    /** Says that a point of a goal stands out, and why; once for each point. */
    @Transactional
    public void mark(long id, long goal, LocalDate day, FreeText words) {
        FollowedPlan plan = plans.toWrite(id);
        GoalSeries series = goals.of(plan, goal);
        if (series.points().stream()
                .noneMatch(each -> each.day().equals(day) && each.value().isPresent())) {
            throw Refusal.rule("followup.refusal.no-point");
        }
        if (words.text().isBlank() || words.text().length() > MOST_OF_WORDS) {
            throw Refusal.rule("followup.refusal.point-words", MOST_OF_WORDS);
        }
        if (ofPlan(id).stream()
                .anyMatch(each -> each.goal() == goal && each.day().equals(day))) {
            throw Refusal.rule("followup.refusal.point-marked");
        }
        database.sql("""
                        insert into followup.marked_point (plan, goal, organiser, unit, day, words) values (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, goal, plan.plan().organiser(), plan.plan().unit(), day, words.text())
                .update();
        trail.record(FollowedPlans.happening("point-marked", plan.plan())
                .changing("followup-goal", null, series.goal().title())
                .changing("followup-point", null, day)
                .changing("words", null, words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    /** Takes it back. */
    @Transactional
    public void undo(long id, long goal, long point) {
        FollowedPlan plan = plans.toWrite(id);
        MarkedPoint gone = ofPlan(id).stream()
                .filter(each -> each.goal() == goal && each.id() == point)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        database.sql("update followup.marked_point set removed_by = access.person(), removed_at = now() where id = ?")
                .param(point)
                .update();
        trail.record(FollowedPlans.happening("point-unmarked", plan.plan())
                .changing("followup-point", gone.day(), null)
                .changing("words", gone.words(), null));
    }
}
