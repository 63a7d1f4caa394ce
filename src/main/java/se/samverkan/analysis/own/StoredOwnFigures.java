package se.samverkan.analysis.own;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.shared.Period;

/** Figures of units' own in the database, as row-level security lets the actor see them. */
@Repository
class StoredOwnFigures {

    private final JdbcClient database;

    StoredOwnFigures(JdbcClient database) {
        this.database = database;
    }

    List<OwnIndicator> of(long analysis) {
        Map<Long, List<OwnValue>> values = new HashMap<>();
        database.sql("""
                select v.indicator, v.term, v.value, v.people, v.version
                from analysis.own_value v join analysis.own_indicator i on i.id = v.indicator
                where i.analysis = ? order by v.term desc
                """).param(analysis).query(row -> {
            values.computeIfAbsent(row.getLong("indicator"), id -> new ArrayList<>())
                    .add(new OwnValue(
                            Period.ofKey(row.getInt("term")),
                            row.getBigDecimal("value"),
                            row.getInt("people"),
                            row.getInt("version")));
        });
        return database.sql(
                        "select id, name, measure, words from analysis.own_indicator where analysis = ? order by id")
                .param(analysis)
                .query((row, n) -> new OwnIndicator(
                        row.getLong("id"),
                        row.getString("name"),
                        Measure.valueOf(row.getString("measure")),
                        row.getString("words"),
                        values.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    long add(long analysis, String name, Measure measure, String words) {
        return database.sql("""
                insert into analysis.own_indicator (analysis, name, measure, words) values (?, ?, ?, ?) returning id
                """)
                .params(analysis, name, measure.name(), words)
                .query(Long.class)
                .single();
    }

    /** @return whether the value still was in the version that was seen, 0 where there was none */
    boolean put(long indicator, Period term, int version, BigDecimal value, int people, boolean answeredFor) {
        return database.sql("""
                insert into analysis.own_value as v (indicator, term, value, people, answered_for, version)
                values (:indicator, :term, :value, :people, :answered, 1)
                on conflict (indicator, term) do update set value = excluded.value, people = excluded.people,
                    answered_for = excluded.answered_for, version = v.version + 1, changed_by = access.person(),
                    changed_at = now() where v.version = :version
                """)
                        .param("indicator", indicator)
                        .param("term", term.key())
                        .param("value", value)
                        .param("people", people)
                        .param("answered", answeredFor)
                        .param("version", version)
                        .update()
                == 1;
    }
}
