package se.samverkan.statistics.imports;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.FigureColumns;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject;
import se.samverkan.statistics.Observation.Subject.OfCountry;
import se.samverkan.statistics.Observation.Subject.OfMunicipality;
import se.samverkan.statistics.Observation.Subject.OfUnit;
import se.samverkan.statistics.Tokens;

/** Our own table of figures, see {@link FigureColumns}: what we export we can import. */
@Component
class FiguresTable implements Layout {

    private static final List<String> TYPES = List.of("ALL", "MUNICIPAL", "INDEPENDENT", "STATE", "REGION");
    private static final List<String> DIMENSIONS = List.of("ALL", "SEX", "SUBJECT", "PROGRAMME", "GRADE");

    private final Indicators indicators;

    FiguresTable(Indicators indicators) {
        this.indicators = indicators;
    }

    @Override
    public String name() {
        return "samverkan-figures";
    }

    @Override
    public PeriodRule period() {
        return PeriodRule.IN_EVERY_ROW;
    }

    @Override
    public List<Column> columns() {
        List<String> optional = List.of("unit_name", "municipality_name", "source");
        return FigureColumns.HEADINGS.stream()
                .map(heading -> new Column(heading, !optional.contains(heading), List.of(heading)))
                .toList();
    }

    @Override
    public boolean isRow(Row row) {
        return !row.text("indicator").isEmpty() && !row.text("period").isEmpty();
    }

    @Override
    public void take(Row row, Reading reading) {
        Optional<Subject> subject = subject(row, reading);
        Optional<IndicatorView> indicator = indicators.find(row.text("indicator"));
        if (indicator.isEmpty()) {
            reading.error(row, "indicator", "unknown-indicator");
        }
        Optional<Breakdown> breakdown = breakdown(row, reading);
        Optional<Period> period = period(row, reading);
        Optional<Figure> figure = figure(row, indicator, reading);
        Optional<Integer> cohort = cohort(row, reading);
        if (subject.isPresent()
                && breakdown.isPresent()
                && period.isPresent()
                && figure.isPresent()
                && cohort.isPresent()) {
            add(
                    row,
                    new Observation(
                            subject.get(),
                            row.text("indicator"),
                            breakdown.get(),
                            period.get(),
                            figure.get(),
                            orNothing(cohort.get())),
                    reading);
        }
    }

    private static void add(Row row, Observation observation, Reading reading) {
        String what = observation.subject() + "|" + observation.indicator() + "|" + observation.breakdown() + "|"
                + observation.period();
        if (reading.isFirst(row, "indicator", what)) {
            reading.observations.add(observation);
        }
    }

    private static Optional<Subject> subject(Row row, Reading reading) {
        String type = row.text("organiser_type").isEmpty() ? "ALL" : row.text("organiser_type");
        if (!TYPES.contains(type)) {
            reading.error(row, "organiser_type", "organiser-type");
            return Optional.empty();
        }
        if (!row.text("unit_code").isEmpty()) {
            String key = row.text("unit_code").startsWith("F") ? row.text("unit_code") : row.code("unit_code", 8);
            reading.bareUnits.putIfAbsent(key, row);
            return Optional.of(new OfUnit(key));
        }
        if (row.text("municipality_code").isEmpty()) {
            return Optional.of(new OfCountry(type));
        }
        if (!reading.isCode(row, "municipality_code", 4)) {
            return Optional.empty();
        }
        reading.bareMunicipalities.putIfAbsent(row.code("municipality_code", 4), row);
        return Optional.of(new OfMunicipality(row.code("municipality_code", 4), type));
    }

    private static Optional<Breakdown> breakdown(Row row, Reading reading) {
        String dimension = row.text("breakdown_dimension");
        if (dimension.isEmpty() || dimension.equals("ALL")) {
            return Optional.of(Breakdown.ALL);
        }
        if (!DIMENSIONS.contains(dimension) || !row.text("breakdown_code").matches("[\\p{L}\\d_-]{1,40}")) {
            reading.error(row, "breakdown_dimension", "breakdown");
            return Optional.empty();
        }
        return Optional.of(new Breakdown(dimension, row.text("breakdown_code")));
    }

    private static Optional<Period> period(Row row, Reading reading) {
        try {
            return Optional.of(Period.parse(row.text("period")));
        } catch (IllegalArgumentException notAPeriod) {
            reading.error(row, "period", "period");
            return Optional.empty();
        }
    }

    private static Optional<Figure> figure(Row row, Optional<IndicatorView> indicator, Reading reading) {
        int status = FigureColumns.statusNumber(row.text("status"));
        Optional<Double> value = Tokens.ofFile(row.text("value"))
                .filter(Figure.Exact.class::isInstance)
                .map(exact -> ((Figure.Exact) exact).number());
        if (status == 0) {
            reading.error(row, "status", "status");
            return Optional.empty();
        }
        if (status <= 3 != value.isPresent()) {
            reading.error(row, "value", "value-and-status");
            return Optional.empty();
        }
        Figure figure = Figure.of(status, value.orElse(0.0), row.text("token"));
        Optional<String> broken = indicator.flatMap(each -> Bounds.of(each).broken(figure));
        broken.ifPresent(rule -> reading.error(
                row,
                "value",
                rule,
                Bounds.of(indicator.orElseThrow()).low(),
                Bounds.of(indicator.orElseThrow()).high()));
        return broken.isEmpty() ? Optional.of(figure) : Optional.empty();
    }

    /** A whole number, −1 where the cell is empty, nothing where it is neither. */
    private static Optional<Integer> cohort(Row row, Reading reading) {
        String text = row.text("n");
        if (text.isEmpty()) {
            return Optional.of(-1);
        }
        if (!text.matches("\\d{1,8}")) {
            reading.error(row, "n", "not-whole");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text));
    }

    private static @Nullable Integer orNothing(int cohort) {
        return cohort < 0 ? null : cohort;
    }
}
