package se.samverkan.actionplan.content;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.meeting.Discussable;
import se.samverkan.programme.variant.Text;

/** The goals of plans that an item of an agenda can be about, for those who read the plans. */
@Component
@Order(5)
public class GoalTopics implements Discussable {

    /** What goals are called among all that can be talked about. */
    public static final String KIND = "goal";

    private final JdbcClient database;
    private final Rights rights;

    GoalTopics(JdbcClient database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Topic> of(long partnership, Optional<Long> unit) {
        return !rights.allow(Verb.READ_ACTION_PLAN)
                ? List.of()
                : database.sql("""
                        select g.id, g.plan, g.title from actionplan.part g join actionplan.plan p on p.id = g.plan
                        where p.partnership = :partnership and (:unit::bigint is null or p.unit = :unit)
                          and g.kind = 'GOAL' and g.removed_at is null
                        order by g.plan, g.id
                        """)
                        .param("partnership", partnership)
                        .param("unit", unit.orElse(null), Types.BIGINT)
                        .query((row, n) -> new Topic(
                                Long.toString(row.getLong("id")),
                                new Text(row.getString("title"), ""),
                                "/action-plans/" + row.getLong("plan") + "/parts/" + row.getLong("id")))
                        .list();
    }
}
