package se.samverkan.agreement.closing;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.agreement.AgreementTimes;

/** How long agreements took, as far as row-level security lets the actor see them; amendments are not counted. */
@Component
class StoredAgreementTimes implements AgreementTimes {

    private final JdbcClient database;

    StoredAgreementTimes(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Integer> days() {
        Map<Long, Integer> days = new HashMap<>();
        database.sql("""
                        select a.partnership, greatest(0, f.since::date - a.made_at::date) as days
                        from agreement.agreement a join agreement.in_force f on f.agreement = a.id
                        where a.number = 0
                        """).query(row -> {
            days.put(row.getLong("partnership"), row.getInt("days"));
        });
        return days;
    }
}
