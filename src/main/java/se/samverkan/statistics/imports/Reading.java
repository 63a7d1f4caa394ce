package se.samverkan.statistics.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samverkan.organisation.MunicipalityFacts;
import se.samverkan.organisation.OrganiserFacts;
import se.samverkan.organisation.UnitFacts;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.Observation;
import se.samverkan.statistics.Observation.Breakdown;
import se.samverkan.statistics.Observation.Subject;
import se.samverkan.statistics.Tokens;
import se.samverkan.statistics.imports.Finding.Severity;

/**
 * What has been understood of a file so far: facts, figures, and everything there is to say about its rows. Filled by a
 * layout, row by row; nothing of it reaches the database before the whole file has been read without an error.
 */
final class Reading {

    /** How many findings are told one by one; the rest are counted. */
    static final int MOST_FINDINGS = 1_000;

    private final Indicators indicators;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> firstRows = new HashMap<>();
    private int errors;

    final Map<String, MunicipalityFacts> municipalities = new LinkedHashMap<>();
    final Map<String, OrganiserFacts> organisers = new LinkedHashMap<>();
    final Map<String, UnitFacts> units = new LinkedHashMap<>();
    final Map<String, Row> bareUnits = new LinkedHashMap<>();
    final Map<String, Row> bareMunicipalities = new LinkedHashMap<>();
    final Map<Likeness, Map<String, List<String>>> likenesses = new LinkedHashMap<>();
    final List<Observation> observations = new ArrayList<>();
    int rows;

    @Nullable
    Period period;

    /** A kind of likeness between municipalities, in one year. */
    record Likeness(String kind, int year) {}

    Reading(Indicators indicators) {
        this.indicators = indicators;
    }

    /** The period of the file; asked only where the layout has one for all rows. */
    Period period() {
        return java.util.Objects.requireNonNull(period);
    }

    boolean hasErrors() {
        return errors > 0;
    }

    int errors() {
        return errors;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    void add(Finding finding) {
        if (finding.severity() == Severity.ERROR) {
            errors++;
        }
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    void error(Row row, String key, String rule, Object... details) {
        add(new Finding(row.number(), row.heading(key), row.text(key), rule, List.of(details), Severity.ERROR));
    }

    /** Tells when the same thing has been met in an earlier row. */
    boolean isFirst(Row row, String key, String what) {
        Integer first = firstRows.putIfAbsent(what, row.number());
        if (first != null) {
            error(row, key, "duplicate", first);
        }
        return first == null;
    }

    /** A text that must stand there, and be no formula. */
    boolean isText(Row row, String... keys) {
        boolean whole = true;
        for (String key : keys) {
            if (row.text(key).isEmpty()) {
                error(row, key, "empty-cell");
                whole = false;
            } else if (row.text(key).startsWith("=")) {
                error(row, key, "formula");
                whole = false;
            }
        }
        return whole;
    }

    /** A code of so many digits. */
    boolean isCode(Row row, String key, int digits) {
        boolean fits = row.code(key, digits).matches("\\d{" + digits + "}");
        if (!fits) {
            error(row, key, row.text(key).startsWith("=") ? "formula" : "code", digits);
        }
        return fits;
    }

    /** The figure of a cell, or nothing when it is refused. */
    Optional<Figure> figure(Row row, String key, String indicator) {
        if (row.endsBefore(key)) {
            error(row, key, "short-row");
            return Optional.empty();
        }
        if (row.text(key).startsWith("=")) {
            error(row, key, "formula");
            return Optional.empty();
        }
        Optional<Figure> figure = Tokens.ofFile(row.text(key));
        if (figure.isEmpty()) {
            error(row, key, "not-a-figure");
        }
        return figure.filter(read -> isPossible(row, key, read, indicator));
    }

    private boolean isPossible(Row row, String key, Figure figure, String code) {
        IndicatorView indicator = indicators.find(code).orElseThrow();
        Optional<String> broken = Bounds.of(indicator).broken(figure);
        broken.ifPresent(rule -> error(
                row, key, rule, Bounds.of(indicator).low(), Bounds.of(indicator).high()));
        return broken.isEmpty();
    }

    /** Takes a cell in as a figure; the row's column must be there. */
    void take(Row row, String key, String indicator, Subject subject, Breakdown breakdown, @Nullable Integer n) {
        figure(row, key, indicator)
                .ifPresent(figure ->
                        observations.add(new Observation(subject, indicator, breakdown, period(), figure, n)));
    }

    /** The size of a cohort where it is published as it is. */
    static @Nullable Integer cohort(Optional<Figure> pupils) {
        return pupils.isPresent() && pupils.get() instanceof Figure.Exact exact ? (int) exact.number() : null;
    }
}
