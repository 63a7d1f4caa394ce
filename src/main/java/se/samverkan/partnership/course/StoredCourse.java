package se.samverkan.partnership.course;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.partnership.Standing;

/** The decisions and begun phases in the database. */
@Component
class StoredCourse {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;

    StoredCourse(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    void lock(long partnership) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('partnership', ?))")
                .param(partnership)
                .query(rows -> {});
    }

    void decide(long partnership, @Nullable Long unit, Decision.Draft draft) {
        database.sql("""
                insert into partnership.decision (partnership, unit, kind, day, reason, words, mandate)
                values (:partnership, :unit, :kind, :day, :reason, :words, :mandate)
                """)
                .param("partnership", partnership)
                .param("unit", unit)
                .param("kind", draft.kind().name())
                .param("day", draft.day())
                .param("reason", draft.reason())
                .param("words", draft.words())
                .param("mandate", draft.mandate())
                .update();
    }

    void stand(long partnership, Standing standing) {
        database.sql("""
                update partnership.partnership set standing = :standing, version = version + 1,
                    told_at = case when :standing in ('PROPOSED', 'WITHDRAWN') then told_at else coalesce(told_at, now()) end
                where id = :partnership
                """)
                .param("standing", standing.name())
                .param("partnership", partnership)
                .update();
    }

    void stand(long partnership, long unit, Standing standing) {
        database.sql("""
                update partnership.participation set standing = :standing, version = version + 1
                where partnership = :partnership and unit = :unit
                """)
                .param("standing", standing.name())
                .param("partnership", partnership)
                .param("unit", unit)
                .update();
    }

    List<Decision> decisions(long partnership) {
        record Row(Decision decision, long person) {}
        List<Row> rows = database.sql("""
                select id, unit, kind, day, reason, words, mandate, made_by, made_at
                from partnership.decision where partnership = ? order by made_at, id
                """)
                .param(partnership)
                .query((row, n) -> new Row(
                        new Decision(
                                row.getLong("id"),
                                Optional.ofNullable(row.getObject("unit", Long.class)),
                                DecisionKind.valueOf(row.getString("kind")),
                                row.getObject("day", LocalDate.class),
                                row.getString("reason"),
                                row.getString("words"),
                                row.getString("mandate"),
                                NOBODY,
                                row.getTimestamp("made_at").toInstant()),
                        row.getLong("made_by")))
                .list();
        Map<Long, PersonName> called =
                names.of(rows.stream().map(Row::person).distinct().toList());
        return rows.stream()
                .map(row -> row.decision().by(called.getOrDefault(row.person(), NOBODY)))
                .toList();
    }

    void begin(long partnership, long unit, String phase, LocalDate day) {
        database.sql("insert into partnership.phase_begun (partnership, unit, phase, day) values (?, ?, ?, ?)")
                .params(partnership, unit, phase, day)
                .update();
    }

    Map<Long, Map<String, LocalDate>> phasesBegun(long partnership) {
        Map<Long, Map<String, LocalDate>> begun = new HashMap<>();
        database.sql("select unit, phase, day from partnership.phase_begun where partnership = ? order by day, made_at")
                .param(partnership)
                .query(row -> {
                    begun.computeIfAbsent(row.getLong("unit"), unit -> new LinkedHashMap<>())
                            .put(row.getString("phase"), row.getObject("day", LocalDate.class));
                });
        return begun;
    }
}
