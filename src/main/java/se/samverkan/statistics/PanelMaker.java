package se.samverkan.statistics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import se.samverkan.shared.Period;
import se.samverkan.statistics.Figure.Absent;

/** Makes panels of series: the finding in words, the picture, the table, the notes. */
final class PanelMaker {

    private final FigureWords words;
    private final String path;
    private final LineNames names;
    private final Map<Integer, Provenances.Provenance> provenances;

    /**
     * @param path the address of an indicator by itself, up to its code
     * @param names what the lines are called
     * @param provenances the imports of all the figures
     */
    PanelMaker(FigureWords words, String path, LineNames names, Map<Integer, Provenances.Provenance> provenances) {
        this.words = words;
        this.path = path;
        this.names = names;
        this.provenances = provenances;
    }

    Panel panel(Series series) {
        IndicatorView indicator = series.indicator();
        String finding = new Finding(words, series).sentence();
        List<Panel.Row> rows = series.periods().reversed().stream()
                .map(period -> row(series, period))
                .toList();
        String id = "f" + series.key().indicator() + "-" + series.key().breakdown();
        return new Panel(
                id,
                path + indicator.code(),
                words.name(indicator, series.breakdown()),
                finding,
                series.values() < 2 ? "" : new Picture(words, series, names).draw(id, finding),
                notes(series),
                names.own(),
                series.area().map(line -> named(line, names.area())).orElse(""),
                series.country().map(line -> named(line, names.country())).orElse(""),
                rows.stream().anyMatch(row -> !row.interval().isEmpty()),
                rows.stream().anyMatch(row -> !row.similar().isEmpty()),
                rows,
                indicator.definition(words.words().locale()),
                source(series));
    }

    private Panel.Row row(Series series, Period period) {
        IndicatorView indicator = series.indicator();
        Optional<KnownFigure> own = Optional.ofNullable(series.figures().get(period));
        return new Panel.Row(
                period.toString(),
                own.map(figure -> words.figure(indicator, figure.figure())).orElseGet(() -> words.text("figure.none")),
                own.flatMap(series::interval)
                        .map(interval -> words.range(indicator, interval.low(), interval.high()))
                        .orElse(""),
                series.band(period)
                        .map(band -> words.range(indicator, band.low(), band.high()))
                        .orElse(""),
                cell(series.area(), period, indicator),
                cell(series.country(), period, indicator));
    }

    private String cell(Optional<Yardsticks.Series> line, Period period, IndicatorView indicator) {
        return line.map(found -> found.values().get(period))
                .map(value -> words.value(indicator, value))
                .orElse("");
    }

    /** Each reason once, with the periods it is about; then what is our own computation. */
    private List<String> notes(Series series) {
        List<String> notes = new ArrayList<>();
        Set<String> reasons = new LinkedHashSet<>();
        Function<KnownFigure, String> reason =
                figure -> figure.figure() instanceof Absent absent ? words.reason(absent, series.indicator()) : "";
        series.figures().values().forEach(figure -> reasons.add(reason.apply(figure)));
        reasons.remove("");
        for (String each : reasons) {
            List<String> periods = series.figures().values().stream()
                    .filter(figure -> reason.apply(figure).equals(each))
                    .map(figure -> figure.period().toString())
                    .toList();
            notes.add(words.words().text("figure.because", String.join(", ", periods), each));
        }
        series.broken().ifPresent(period -> notes.add(words.text("figure.break." + period.year())));
        if (series.now().isEmpty() && series.values() > 0) {
            notes.add(words.words().text("figure.none-now", words.inPeriod(series.current())));
        }
        return notes;
    }

    /** Our own computation is never shown as if it was published. */
    private String named(Yardsticks.Series line, String area) {
        return line.computed() ? words.words().text("figure.middle-of", area) : area;
    }

    private String source(Series series) {
        TreeSet<String> sources = new TreeSet<>();
        Provenances.Provenance newest = null;
        for (KnownFigure figure : series.figures().values()) {
            Provenances.Provenance one = provenances.get(figure.importId());
            if (one != null) {
                sources.add(words.text("source." + one.source()));
                newest = newest == null || one.fetched().isAfter(newest.fetched()) ? one : newest;
            }
        }
        return newest == null
                ? ""
                : words.words()
                        .text(
                                "figure.source",
                                String.join(", ", sources),
                                words.words().day(newest.fetched()));
    }
}
