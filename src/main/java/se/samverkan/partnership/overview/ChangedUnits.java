package se.samverkan.partnership.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CaseSignals;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.course.CaseRights;

/**
 * Units that are in a case while the register says that they have closed, become another unit, or got another organiser. The
 * case goes on as it stands until somebody decides that the unit leaves; here it is said that somebody must.
 */
@Component
@Order(1)
class ChangedUnits implements CaseSignals {

    private static final String RULE = "partnership.case.loose.unit-";

    private final JdbcClient database;
    private final CaseRights rights;

    ChangedUnits(JdbcClient database, CaseRights rights) {
        this.database = database;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Signal> of(PartnershipView partnership) {
        boolean decides = rights.decides(partnership);
        return database.sql("""
                        select u.id, u.name, u.closed, u.organiser <> p.organiser as moved, o.name as organiser,
                            s.kind, s.name as became, s.happened_on
                        from partnership.partnership p
                        join partnership.participation n on n.partnership = p.id
                        join organisation.unit u on u.id = n.unit
                        join organisation.organisation o on o.id = u.organiser
                        left join lateral (
                            select c.kind, t.name, c.happened_on from organisation.succession c
                            join organisation.unit t on t.id = c.successor
                            where c.predecessor = u.id and c.deleted_at is null order by c.happened_on desc limit 1
                        ) s on true
                        where p.id = ? and n.standing in ('OFFERED', 'ACCEPTED', 'RUNNING', 'PAUSED')
                          and (u.status = 'CLOSED' or u.organiser <> p.organiser or s.kind is not null)
                        order by u.name collate "sv-SE-x-icu", u.id
                        """)
                .param(partnership.id())
                .query((row, n) -> signal(row, decides ? "/partnerships/" + partnership.id() : ""))
                .list();
    }

    private static Signal signal(ResultSet row, String address) throws SQLException {
        String name = row.getString("name");
        String path = address.isEmpty() ? "" : address + "/units/" + row.getLong("id") + "/leave";
        String kind = row.getString("kind");
        if (kind != null) {
            LocalDate day = row.getObject("happened_on", LocalDate.class);
            return new Signal(RULE + kind, List.of(name, row.getString("became"), day), path);
        }
        return row.getBoolean("moved")
                ? new Signal(RULE + "moved", List.of(name, row.getString("organiser")), path)
                : Optional.ofNullable(row.getObject("closed", LocalDate.class))
                        .map(day -> new Signal(RULE + "closed-on", List.of(name, day), path))
                        .orElseGet(() -> new Signal(RULE + "closed", List.of(name), path));
    }
}
