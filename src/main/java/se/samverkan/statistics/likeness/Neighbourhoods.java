package se.samverkan.statistics.likeness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.statistics.Indicators;

/** Finds and writes the similar units of one school form. */
@Component
class Neighbourhoods {

    static final int WANTED = 20;

    private final JdbcClient database;
    private final Indicators indicators;

    Neighbourhoods(JdbcClient database, Indicators indicators) {
        this.database = database;
        this.indicators = indicators;
    }

    /** The places of each unit's similar units, nearest first, after writing them; within the caller's transaction. */
    int[][] make(FormUnits form, Connection connection) throws SQLException {
        List<Variable> variables = Variable.BY_FORM.getOrDefault(form.form(), List.of());
        double[][] values =
                variables.stream().map(variable -> values(variable, form)).toArray(double[][]::new);
        Nearest nearest = new Nearest(values, WANTED);
        Nearest.Found[] found = nearest.all();
        writeNeighbours(form, found, connection);
        writeLikeness(form, variables, nearest, connection);
        return Arrays.stream(found).map(Nearest.Found::units).toArray(int[][]::new);
    }

    /**
     * Each unit's value in the newest period that is well covered: at least half as many units have a value as in the
     * best period. A unit without a value then counts as lacking the variable, whatever it had before. Where figures are
     * published per programme only, sizes are added up and shares averaged.
     */
    private double[] values(Variable variable, FormUnits form) {
        double[] values = new double[form.size()];
        Arrays.fill(values, Double.NaN);
        database.sql("""
                        with value as (
                            select s.unit, o.period,
                                case when ? then sum(o.value) else avg(o.value) end as value
                            from statistics.observation o join statistics.subject s on s.id = o.subject
                            where o.indicator = ? and o.breakdown in (
                                    select id from statistics.breakdown where dimension in ('ALL', 'PROGRAMME'))
                                and o.revised_by is null and o.value is not null and s.kind = 'UNIT'
                            group by s.unit, o.period),
                        coverage as (select period, count(*) as units from value group by period)
                        select unit, value from value where period = (
                            select max(period) from coverage where units * 2 >= (select max(units) from coverage))
                        """)
                .param(variable.name().equals("size"))
                .param(indicators.find(variable.indicator()).orElseThrow().number())
                .query(row -> {
                    Integer place = form.places().get(row.getLong(1));
                    if (place != null) {
                        values[place] = row.getDouble(2);
                    }
                });
        return values;
    }

    private static void writeNeighbours(FormUnits form, Nearest.Found[] found, Connection connection)
            throws SQLException {
        try (TableCopy copy =
                new TableCopy(connection, "statistics.neighbour (unit, form, neighbour, rank, distance)")) {
            for (int unit = 0; unit < found.length; unit++) {
                int[] near = found[unit].units();
                for (int rank = 0; rank < near.length; rank++) {
                    copy.row(
                            form.units()[unit],
                            form.form(),
                            form.units()[near[rank]],
                            rank + 1,
                            found[unit].distances()[rank]);
                }
            }
            copy.finish();
        }
    }

    private static void writeLikeness(FormUnits form, List<Variable> variables, Nearest nearest, Connection connection)
            throws SQLException {
        Map<String, List<Variable>> all = Variable.BY_FORM;
        if (!all.containsKey(form.form())) {
            return;
        }
        try (TableCopy copy = new TableCopy(connection, "statistics.likeness (unit, form, variables, left_out)")) {
            for (int unit = 0; unit < form.size(); unit++) {
                int had = nearest.variablesOf(unit);
                copy.row(form.units()[unit], form.form(), names(variables, had, true), names(variables, had, false));
            }
            copy.finish();
        }
    }

    private static String names(List<Variable> variables, int bits, boolean had) {
        List<String> names = new ArrayList<>();
        for (int v = 0; v < variables.size(); v++) {
            if ((bits >> v & 1) == 1 == had) {
                names.add(variables.get(v).name());
            }
        }
        return "{" + String.join(",", names) + "}";
    }
}
