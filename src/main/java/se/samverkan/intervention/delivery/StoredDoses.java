package se.samverkan.intervention.delivery;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.intervention.DeliveredDoses;

/** Doses as the database sums them for the actor; no name leaves it. */
@Repository
class StoredDoses implements DeliveredDoses {

    private final JdbcClient database;

    StoredDoses(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Delivered> between(LocalDate from, LocalDate until, Collection<Long> units) {
        Map<Long, Delivered> told = new HashMap<>();
        database.sql("select unit, held, noted, hours, dose from intervention.doses(?, ?, ?)")
                .params(units.toArray(Long[]::new), from, until)
                .query(row -> {
                    told.put(
                            row.getLong("unit"),
                            new Delivered(
                                    row.getInt("held"),
                                    row.getInt("noted"),
                                    row.getDouble("hours"),
                                    row.getDouble("dose")));
                });
        return told;
    }
}
