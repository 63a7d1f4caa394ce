package se.samverkan.intervention.reflection;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.ActingAs;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.commission.Deed.Side;
import se.samverkan.intervention.delivery.OccasionPart;
import se.samverkan.intervention.occasion.Occasion;
import se.samverkan.intervention.occasion.OccasionText;
import se.samverkan.intervention.occasion.SubPlans;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Codes;

/**
 * The door to reflections for the two sides of a commission: opened for an occasion, closed, and what they came to. Nobody sees an
 * answer; what fewer than five have said is not kept.
 */
@Component
public class Reflections implements OccasionPart {

    private static final int DAYS = 14;
    private static final LocalTime AT_NIGHT = LocalTime.of(0, 50);

    private final JdbcClient database;
    private final SubPlans plans;
    private final Commissions commissions;
    private final AuditTrail trail;
    private final Clock clock;

    Reflections(JdbcClient database, SubPlans plans, Commissions commissions, AuditTrail trail, Clock clock) {
        this.database = database;
        this.plans = plans;
        this.commissions = commissions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A reflection.
     *
     * @param answers how many have answered; 0 in a closed one where they were too few
     * @param useful how many chose each of four, from least to most useful; empty until it is closed, and where they were too few
     * @param tries the same for whether they will try something
     */
    public record Reflection(
            String code, LocalDate lastDay, boolean isClosed, int answers, List<Integer> useful, List<Integer> tries) {

        public String link() {
            return ReflectingController.UNDER + code;
        }
    }

    /** What somebody wrote. */
    public record Voice(UUID id, String words) {}

    /** The occasion, for one of the two sides. */
    @Transactional(readOnly = true)
    public Occasion occasion(long id) {
        Occasion occasion = plans.occasion(id);
        CommissionView commission = commissions.commission(occasion.commission());
        if (!commission.answers() && !commission.gives()) {
            throw Refusal.notAllowed("occasion.refusal.not-yours");
        }
        return occasion;
    }

    @Transactional(readOnly = true)
    public Optional<Reflection> of(Occasion occasion) {
        return database.sql("""
                        select r.*, intervention.reflected(r.occasion) as now from intervention.reflection r where r.occasion = ?
                        """)
                .param(occasion.id())
                .query((row, n) -> {
                    Integer answers = row.getObject("answers", Integer.class);
                    return new Reflection(
                            row.getString("code"),
                            row.getObject("last_day", LocalDate.class),
                            answers != null,
                            answers == null ? row.getInt("now") : answers,
                            list(row.getArray("useful")),
                            list(row.getArray("tries")));
                })
                .optional();
    }

    private static List<Integer> list(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Integer[]) array.getArray());
    }

    @Transactional(readOnly = true)
    public List<Voice> voices(Occasion occasion) {
        return database.sql("select id, words from intervention.reflection_voices(?)")
                .param(occasion.id())
                .query(Voice.class)
                .list();
    }

    /** Opens the reflection of an occasion whose day has come, for 14 days. */
    @Transactional
    public void open(long id) {
        Occasion occasion = occasion(id);
        LocalDate today = LocalDate.now(clock);
        commissions.lock(occasion.commission());
        if (occasion.text().day().isAfter(today) || occasion.standing() == Occasion.Standing.CANCELLED) {
            throw Refusal.rule("reflection.refusal.not-been");
        }
        if (of(occasion).isPresent()) {
            return;
        }
        database.sql("insert into intervention.reflection (occasion, code, last_day) values (?, ?, ?)")
                .params(id, Codes.random(), today.plusDays(DAYS))
                .update();
        record("opened", occasion);
    }

    /** Closes it: what may be shown is kept, and every answer is deleted. */
    @Transactional
    public void close(long id) {
        Occasion occasion = occasion(id);
        if (!database.sql("select intervention.close_reflection(?)")
                .param(id)
                .query(Boolean.class)
                .single()) {
            throw Refusal.rule("reflection.refusal.closed-already");
        }
        record("closed", occasion);
    }

    /** Takes away something that somebody wrote, which names a person. */
    @Transactional
    public void remove(long id, UUID voice) {
        Occasion occasion = occasion(id);
        if (database
                .sql("select intervention.remove_reflection_voice(?)")
                .param(voice)
                .query(Long.class)
                .list()
                .stream()
                .allMatch(java.util.Objects::isNull)) {
            throw Refusal.notSeen();
        }
        record("voice-removed", occasion);
    }

    private void record(String what, Occasion occasion) {
        CommissionView commission = commissions.commission(occasion.commission());
        trail.record(commissions
                .happening("reflection-" + what, commission, commission.answers() ? Side.PROVIDER : Side.CLIENT)
                .changing("title", null, occasion.text().title()));
    }

    @Override
    public List<Link> of(Occasion occasion, CommissionView commission) {
        boolean has = commission.answers() || commission.gives();
        return has
                        && !occasion.text().day().isAfter(LocalDate.now(clock.withZone(OccasionText.SWEDEN)))
                        && occasion.standing() != Occasion.Standing.CANCELLED
                ? List.of(new Link("reflection.link", List.of(), occasion.address() + "/reflection"))
                : List.of();
    }

    /** Every night, whichever copy comes first. */
    @Configuration(proxyBeanMethods = false)
    static class NightlyReflections {

        @Bean
        RecurringTask<Void> closeReflections(ActingAs actingAs, Reflections reflections) {
            return Tasks.recurring("intervention-close-reflections", Schedules.daily(OccasionText.SWEDEN, AT_NIGHT))
                    .execute((instance, context) -> actingAs.system(reflections::tidy));
        }
    }

    /** Closes what is over, as nobody in particular; what they came to stands in the rows themselves. */
    @Transactional
    public int tidy() {
        return database.sql("select intervention.tidy_reflections()")
                .query(Integer.class)
                .single();
    }
}
