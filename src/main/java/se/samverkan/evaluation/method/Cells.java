package se.samverkan.evaluation.method;

import java.math.BigDecimal;
import java.util.Set;
import se.samverkan.shared.CsvList.Row;

/** Cells of the files that effects are computed from: whole numbers, yes or no, and figures that may be missing. */
final class Cells {

    private static final Set<String> MISSING = Set.of("", "NA", "NaN", "nan", "null");
    private static final double LARGEST = 1e100;

    private Cells() {}

    static boolean isMissing(Row row, String column) {
        return MISSING.contains(row.cell(column).strip());
    }

    /** The number, or NaN where it is missing; refuses what is not a number that can be counted with. */
    static double number(Row row, String column) {
        return isMissing(row, column) ? Double.NaN : finite(row, column);
    }

    /** From none, 0, to wholly, 1; yes and no may be written as truths. */
    static double share(Row row, String column) {
        switch (row.text(column).strip()) {
            case "TRUE", "True", "true":
                return 1;
            case "FALSE", "False", "false":
                return 0;
            default:
                double share = finite(row, column);
                if (share < 0 || share > 1) {
                    throw row.refusal("evaluation.refusal.share", column, row.cell(column));
                }
                return share;
        }
    }

    static double weight(Row row, String column) {
        double weight = finite(row, column);
        if (weight < 1 / LARGEST) {
            throw row.refusal("evaluation.refusal.weight", row.cell(column));
        }
        return weight;
    }

    private static double finite(Row row, String column) {
        double number = row.decimal(column).doubleValue();
        if (Math.abs(number) > LARGEST) {
            throw row.refusal("evaluation.refusal.large", column, row.cell(column));
        }
        return number;
    }

    static int whole(Row row, String column) {
        BigDecimal number = row.decimal(column);
        if (number.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0
                || number.stripTrailingZeros().scale() > 0) {
            throw row.refusal("evaluation.refusal.whole", column, row.cell(column));
        }
        return number.intValue();
    }

    static boolean yes(Row row, String column) {
        return switch (row.text(column).strip()) {
            case "1", "TRUE", "True", "true" -> true;
            case "0", "FALSE", "False", "false" -> false;
            default -> throw row.refusal("evaluation.refusal.yes-or-no", column, row.cell(column));
        };
    }
}
