package se.samverkan.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Period;

/** Reads the figures of many units with one question, each unit's by the index. */
@Component
class StoredFigures implements PublishedFigures {

    private final JdbcClient database;
    private final Indicators indicators;
    private final Provenances provenances;

    StoredFigures(JdbcClient database, Indicators indicators, Provenances provenances) {
        this.database = database;
        this.indicators = indicators;
        this.provenances = provenances;
    }

    @Override
    public List<UnitFigure> of(
            Collection<Long> units, Collection<String> codes, Collection<Period> periods, OptionalInt knownBy) {
        String known = knownBy.isEmpty()
                ? "o.revised_by is null"
                : "o.import <= %1$d and (o.revised_by is null or o.revised_by > %1$d)".formatted(knownBy.getAsInt());
        return database.sql("""
                        select s.unit, o.indicator, o.breakdown, o.period, o.status, o.value, o.token, o.n, o.import
                        from statistics.subject s join statistics.observation o on o.subject = s.id
                        where s.unit = any (?::bigint[]) and o.indicator = any (?::smallint[])
                          and o.period = any (?::int[]) and o.breakdown in (select id from statistics.breakdown where
                                  dimension in ('ALL', 'PROGRAMME', 'GRADE'))
                          and
                        """ + known + " order by s.unit, o.indicator, o.breakdown, o.period")
                .param(units.stream().mapToLong(Long::longValue).toArray())
                .param(numbers(codes))
                .param(periods.stream().mapToInt(Period::key).toArray())
                .query((row, n) -> figure(row))
                .list();
    }

    private short[] numbers(Collection<String> codes) {
        List<Short> found = Set.copyOf(codes).stream()
                .flatMap(code -> indicators.find(code).stream())
                .map(IndicatorView::number)
                .toList();
        short[] numbers = new short[found.size()];
        for (int place = 0; place < numbers.length; place++) {
            numbers[place] = found.get(place);
        }
        return numbers;
    }

    private UnitFigure figure(ResultSet row) throws SQLException {
        int n = row.getInt("n");
        return new UnitFigure(
                row.getLong("unit"),
                indicators.byNumber(row.getShort("indicator")).code(),
                provenances.breakdown(row.getShort("breakdown")),
                Period.ofKey(row.getInt("period")),
                Figure.of(row.getInt("status"), row.getDouble("value"), row.getString("token")),
                n == 0 ? OptionalInt.empty() : OptionalInt.of(n),
                row.getInt("import"));
    }

    @Override
    public Map<String, List<Period>> periods(Collection<String> wanted) {
        Map<String, List<Period>> periods = new HashMap<>();
        database.sql("select indicator, period from statistics.covered where indicator = any (?) order by period desc")
                .param(wanted.stream()
                        .flatMap(code -> indicators.find(code).stream())
                        .map(IndicatorView::number)
                        .toArray(Short[]::new))
                .query(row -> {
                    String code = indicators.byNumber(row.getShort(1)).code();
                    periods.computeIfAbsent(code, any -> new ArrayList<>()).add(Period.ofKey(row.getInt(2)));
                });
        return periods;
    }

    @Override
    public Optional<Origin> origin(int importId) {
        return Optional.ofNullable(provenances.of(List.of(importId)).get(importId))
                .map(known -> new Origin(known.source(), known.fetched()));
    }
}
