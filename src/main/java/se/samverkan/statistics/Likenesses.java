package se.samverkan.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.shared.Period;

/** Where similar units and the spans of their figures are read; they are computed in the background. */
@Repository
class Likenesses {

    private final JdbcClient database;

    Likenesses(JdbcClient database) {
        this.database = database;
    }

    /**
     * How a unit was compared within one of its forms.
     *
     * @param form the school form
     * @param variables what was compared, as keys of the message files
     * @param leftOut what was left out since the unit has no value
     */
    record Likeness(String form, List<String> variables, List<String> leftOut) {}

    /** One of the similar units. */
    record Neighbour(String form, long unit, double distance) {}

    /** The middle of the units of a form in the country or in a municipality. */
    record Middle(short indicator, short breakdown, Period period, int units, double value) {}

    List<Likeness> ofUnit(long unit) {
        return database.sql("select form, variables, left_out from statistics.likeness where unit = ? order by form")
                .param(unit)
                .query((row, n) -> new Likeness(row.getString(1), words(row, 2), words(row, 3)))
                .list();
    }

    /** The similar units, nearest first. */
    List<Neighbour> neighbours(long unit) {
        return database.sql("""
                        select form, neighbour, distance from statistics.neighbour where unit = ? order by form, rank
                        """)
                .param(unit)
                .query((row, n) -> new Neighbour(row.getString(1), row.getLong(2), row.getDouble(3)))
                .list();
    }

    List<Band> bands(long unit) {
        return database.sql("""
                        select unit, indicator, breakdown, period, units, low, middle, high
                        from statistics.band where unit = ? order by indicator, breakdown, period
                        """).param(unit).query((row, n) -> band(row)).list();
    }

    /** The spans of one indicator for many units, by the unit's id. */
    Map<Long, List<Band>> bands(Collection<Long> units, short indicator) {
        return bands(units, List.of(indicator)).getOrDefault(indicator, Map.of());
    }

    /** The spans of some indicators for many units, by the indicator's number and the unit's id. */
    Map<Short, Map<Long, List<Band>>> bands(Collection<Long> units, Collection<Short> indicators) {
        Map<Short, Map<Long, List<Band>>> found = new HashMap<>();
        database.sql("""
                        select unit, indicator, breakdown, period, units, low, middle, high
                        from statistics.band where unit = any (?) and indicator = any (?::smallint[])
                        order by unit, breakdown, period
                        """)
                .param(units.toArray(Long[]::new))
                .param(indicators.toArray(Short[]::new))
                .query(row -> {
                    Band band = band(row);
                    found.computeIfAbsent(band.indicator(), number -> new HashMap<>())
                            .computeIfAbsent(row.getLong(1), id -> new java.util.ArrayList<>())
                            .add(band);
                });
        return found;
    }

    /** The middles of a form in an area: a municipality's code, or nothing for the country. */
    List<Middle> middles(String form, String area) {
        return database.sql("""
                        select indicator, breakdown, period, units, middle from statistics.middle
                        where form = ? and area = ? order by indicator, breakdown, period
                        """)
                .params(form, area)
                .query((row, n) -> new Middle(
                        row.getShort(1), row.getShort(2), Period.ofKey(row.getInt(3)), row.getInt(4), row.getDouble(5)))
                .list();
    }

    private static Band band(ResultSet row) throws SQLException {
        return new Band(
                row.getShort("indicator"),
                row.getShort("breakdown"),
                Period.ofKey(row.getInt("period")),
                row.getInt("units"),
                row.getDouble("low"),
                row.getDouble("middle"),
                row.getDouble("high"));
    }

    private static List<String> words(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
