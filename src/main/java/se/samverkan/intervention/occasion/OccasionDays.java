package se.samverkan.intervention.occasion;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.actionplan.PlanDays;

/** The agreed occasions of the commissions that serve a plan, for the year of that plan. */
@Component
class OccasionDays implements PlanDays {

    private final JdbcClient database;

    OccasionDays(JdbcClient database) {
        this.database = database;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Planned> of(long partnership, Optional<Long> unit, LocalDate from, LocalDate to) {
        return database.sql("""
                        select l.title, (l.starts_at at time zone 'Europe/Stockholm')::date as day, l.occasion
                        from intervention.holding_line l
                        join intervention.occasion o on o.id = l.occasion and o.standing <> 'CANCELLED'
                        join intervention.commission c on c.id = l.commission and c.standing in ('ACCEPTED', 'REPORTED', 'CLOSED')
                        join intervention.commission_part p on p.commission = c.id and p.partnership = :partnership
                        where coalesce(o.partnership, :partnership) = :partnership
                          and (:unit::bigint is null or :unit::bigint = any (p.units))
                          and l.starts_at >= :from and l.starts_at < :to
                        order by l.starts_at, l.occasion
                        """)
                .param("partnership", partnership)
                .param("unit", unit.orElse(null))
                .param("from", midnight(from))
                .param("to", midnight(to.plusDays(1)))
                .query((row, n) -> new Planned(
                        row.getObject("day", LocalDate.class),
                        row.getString("title"),
                        "/occasions/" + row.getLong("occasion")))
                .list();
    }

    private static Timestamp midnight(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(OccasionText.SWEDEN).toInstant());
    }
}
