package se.samverkan.followup.checkpoint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.followup.checkpoint.CheckpointView.FollowOn;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.shared.CameOf;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OriginSource;

/**
 * Keeps with a checkpoint what was made because of it, in the transaction in which it was made, and tells the page of what was made
 * which checkpoint it came of. Whoever may not say what the checkpoint led to makes the thing all the same; then nothing is kept.
 */
@Component
class LedTo implements OriginSource {

    private static final Pattern CHECKPOINT = Pattern.compile("/follow-ups/(\\d{1,18})/checkpoints/(20\\d{2}[14])");
    private static final int MOST_OF_WORDS = 300;

    private final Checkpoints checkpoints;
    private final FollowedPlans plans;
    private final Rights rights;
    private final JdbcClient database;

    LedTo(Checkpoints checkpoints, FollowedPlans plans, Rights rights, JdbcClient database) {
        this.checkpoints = checkpoints;
        this.plans = plans;
        this.rights = rights;
        this.database = database;
    }

    @EventListener
    @Transactional
    public void made(CameOf made) {
        Matcher of = CHECKPOINT.matcher(made.origin());
        if (!of.matches() || !rights.allow(Verb.READ_FOLLOW_UP)) {
            return;
        }
        plans.find(Long.parseLong(of.group(1)))
                .filter(plan -> plan.isLive() && plans.leads(plan))
                .ifPresent(plan -> checkpoints.lead(
                        plan.id(),
                        Period.ofKey(Integer.parseInt(of.group(2))),
                        new FollowOn(made.kind(), line(made.words()), made.address()),
                        FreeText.NONE));
    }

    private static String line(String words) {
        String line = words.lines().findFirst().orElse("").strip();
        return line.substring(0, Math.min(line.length(), MOST_OF_WORDS));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Origin> of(String address) {
        return rights.allow(Verb.READ_FOLLOW_UP)
                ? database.sql("""
                        select distinct c.plan, c.term from followup.follow_on f join followup.checkpoint c on c.id = f.checkpoint
                        where f.address = ? order by c.term
                        """)
                        .param(address)
                        .query((row, n) -> {
                            Period term = Period.ofKey(row.getInt("term"));
                            return new Origin(
                                    "followup.led.from",
                                    List.of(term),
                                    CheckpointView.address(row.getLong("plan"), term));
                        })
                        .list()
                : List.of();
    }
}
