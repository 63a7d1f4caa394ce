package se.samverkan.followup.checkpoint;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.ActingAs;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;

/**
 * Tells the people of a unit, once each, that a checkpoint is due within two weeks, and that its last day has passed. Found and marked
 * in one statement, so that two copies at once tell nobody twice.
 */
@Component
class Reminding implements NoticeText {

    private static final String SOON = "followup.checkpoint-soon";
    private static final String LATE = "followup.checkpoint-late";
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final LocalTime IN_THE_MORNING = LocalTime.of(5, 20);

    private final JdbcClient database;
    private final Notices notices;
    private final FollowedPlans plans;

    Reminding(JdbcClient database, Notices notices, FollowedPlans plans) {
        this.database = database;
        this.notices = notices;
        this.plans = plans;
    }

    private record Due(long plan, int term, String kind, long organiser, long unit) {}

    /** @return how many checkpoints people were reminded of */
    @Transactional
    public int remind() {
        List<Due> due =
                database.sql("select * from followup.remind()").query(Due.class).list();
        due.forEach(each -> notices.tell(new Notice(
                each.kind().equals("LATE") ? LATE : SOON,
                Urgency.DIGEST,
                people(each.unit()),
                each.organiser(),
                Map.of("plan", Long.toString(each.plan()), "term", Integer.toString(each.term())))));
        return due.size();
    }

    private List<Long> people(long unit) {
        return database.sql("select person from followup.people_of(?)")
                .param(unit)
                .query(Long.class)
                .list();
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SOON, LATE);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        Period term = Period.ofKey(Integer.parseInt(about.getOrDefault("term", "20244")));
        return plans.find(Long.parseLong(about.getOrDefault("plan", "0")))
                .map(plan -> new Told(
                        List.of(plan.plan().unitName(), words.term(term), words.day(FollowedPlan.lastDay(term))),
                        CheckpointView.address(plan.id(), term)));
    }

    /** Every morning, whichever copy comes first. */
    @Configuration(proxyBeanMethods = false)
    static class EveryDay {

        @Bean
        RecurringTask<Void> remindOfCheckpoints(ActingAs acting, Reminding reminding) {
            return Tasks.recurring("followup-reminders", Schedules.daily(SWEDEN, IN_THE_MORNING))
                    .execute((instance, context) -> acting.system(reminding::remind));
        }
    }
}
