package se.samverkan.statistics.estimate;

import java.util.List;
import se.samverkan.shared.CsvList;

/**
 * What was observed of one unit.
 *
 * @param id of the unit
 * @param y its estimate, in any unit of measurement
 * @param v the sampling variance of {@code y}, in that unit squared, above 0; for a share see {@link ShareVariance}
 * @param x its covariates, in the order of their names
 */
public record Observed(String id, double y, double v, List<Double> x) {

    public Observed {
        x = List.copyOf(x);
    }

    /**
     * Units with the names of their covariates.
     *
     * @param covariates names, in the order of each unit's {@link #x()}
     * @param units in any order
     */
    public record Table(List<String> covariates, List<Observed> units) {

        public Table {
            covariates = List.copyOf(covariates);
            units = List.copyOf(units);
        }

        /**
         * The units of a CSV file with the columns {@code id,y,v}; every other column is a covariate.
         *
         * @throws se.samverkan.shared.Refusal when the file cannot be read so, naming the row
         */
        public static Table read(byte[] content) {
            CsvList list = CsvList.read(content);
            list.requireColumns(false, "id", "y", "v");
            List<String> covariates = list.columns().stream()
                    .filter(column -> !List.of("id", "y", "v").contains(column))
                    .toList();
            return new Table(
                    covariates,
                    list.each((row, id) -> new Observed(
                            id,
                            row.decimal("y").doubleValue(),
                            row.decimal("v").doubleValue(),
                            covariates.stream()
                                    .map(name -> row.decimal(name).doubleValue())
                                    .toList())));
        }
    }
}
