package se.samverkan.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.shared.Period;

/** Where figures are read: those of a unit, of a municipality or of the country, as known now or as of a day. */
@Repository
class Figures {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final String COLUMNS =
            "o.indicator, o.breakdown, o.period, o.status, o.value, o.n, o.token, o.import";

    private final JdbcClient database;

    Figures(JdbcClient database) {
        this.database = database;
    }

    /** All figures of a unit, as known now, in the order of indicators, parts and time. */
    List<KnownFigure> ofUnit(long unit) {
        return database.sql("select " + COLUMNS + """
                         from statistics.observation o
                        where o.subject = (select id from statistics.subject where unit = ?) and o.revised_by is null
                        order by o.indicator, o.breakdown, o.period
                        """)
                .param(unit)
                .query((row, n) -> known(row))
                .list();
    }

    /** All figures of a unit as they were known at the end of a day. */
    List<KnownFigure> ofUnit(long unit, LocalDate asOf) {
        return database.sql("""
                        with known as (select coalesce(max(id), 0) as last from statistics.import where recorded_at < ?)
                        """ + "select " + COLUMNS + """
                         from statistics.observation o, known
                        where o.subject = (select id from statistics.subject where unit = ?)
                            and o.import <= known.last and (o.revised_by is null or o.revised_by > known.last)
                        order by o.indicator, o.breakdown, o.period
                        """)
                .param(asOf.plusDays(1).atStartOfDay(SWEDEN).toOffsetDateTime())
                .param(unit)
                .query((row, n) -> known(row))
                .list();
    }

    /** One indicator's figures of many units, by the unit's id. */
    Map<Long, List<KnownFigure>> ofUnits(Collection<Long> units, short indicator) {
        return ofUnits(units, List.of(indicator)).getOrDefault(indicator, Map.of());
    }

    /** Some indicators' figures of many units, by the indicator's number and the unit's id. */
    Map<Short, Map<Long, List<KnownFigure>>> ofUnits(Collection<Long> units, Collection<Short> indicators) {
        Map<Short, Map<Long, List<KnownFigure>>> found = new HashMap<>();
        database.sql("select s.unit, " + COLUMNS + """
                         from statistics.subject s join statistics.observation o on o.subject = s.id
                        where s.unit = any (?) and o.indicator = any (?::smallint[]) and o.revised_by is null
                        order by s.unit, o.breakdown, o.period
                        """)
                .param(units.toArray(Long[]::new))
                .param(indicators.toArray(Short[]::new))
                .query(row -> {
                    KnownFigure figure = known(row);
                    found.computeIfAbsent(figure.indicator(), number -> new HashMap<>())
                            .computeIfAbsent(row.getLong("unit"), id -> new java.util.ArrayList<>())
                            .add(figure);
                });
        return found;
    }

    /** All figures of a municipality by one type of organiser. */
    List<KnownFigure> ofMunicipality(String code, String organiserType) {
        return ofArea("s.kind = 'MUNICIPALITY' and s.municipality = ? and s.organiser_type = ?", code, organiserType);
    }

    /** All figures of the country by one type of organiser. */
    List<KnownFigure> ofCountry(String organiserType) {
        return ofArea("s.kind = 'COUNTRY' and s.organiser_type = ?", organiserType);
    }

    private List<KnownFigure> ofArea(String which, Object... parameters) {
        return database.sql("select " + COLUMNS
                        + " from statistics.subject s join statistics.observation o on o.subject = s.id where " + which
                        + " and o.revised_by is null order by o.indicator, o.breakdown, o.period")
                .params(parameters)
                .query((row, n) -> known(row))
                .list();
    }

    private static KnownFigure known(ResultSet row) throws SQLException {
        int n = row.getInt("n");
        Integer cohort = row.wasNull() ? null : n;
        return new KnownFigure(
                row.getShort("indicator"),
                row.getShort("breakdown"),
                Period.ofKey(row.getInt("period")),
                Figure.of(row.getInt("status"), row.getDouble("value"), row.getString("token")),
                cohort,
                row.getInt("import"));
    }
}
