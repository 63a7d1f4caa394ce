package se.samverkan.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.UnitView;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.Observation.Breakdown;

/** Puts a unit's page together, and keeps it per language until figures or registers change. */
@Component
class UnitPages {

    private static final long KEPT_CHARACTERS = 24L * 1024 * 1024;
    /** More would make the page heavy; what follows stands in the table. */
    private static final int MOST_CHARTS = 24;

    private static final Set<String> PARTS_WITH_CHARTS = Set.of("ALL", "SUBJECT", "PROGRAMME");
    /** What a unit's first sentence is about, by form; the first it has a figure of. */
    private static final List<String> LEADS =
            List.of("gr9-passed-all", "gy-graduated-3-years", "gr6-passed-all", "fsk-licence-share");

    private final Directory directory;
    private final UnitFigures figures;
    private final Likenesses likenesses;
    private final DataVersion version;
    private final Clock clock;
    private final Cache<Key, UnitPage> kept = Caffeine.newBuilder()
            .maximumWeight(KEPT_CHARACTERS)
            .weigher((Key key, UnitPage page) -> page.weight())
            .build();

    UnitPages(Directory directory, UnitFigures figures, Likenesses likenesses, DataVersion version, Clock clock) {
        this.directory = directory;
        this.figures = figures;
        this.likenesses = likenesses;
        this.version = version;
        this.clock = clock;
    }

    private record Key(DataVersion.State state, String unit, String language, Optional<Period> asked) {}

    /** The page of a unit, or nothing when there is no such unit. */
    Optional<UnitPage> page(String key, Words words, Optional<Period> asked) {
        Key kept = new Key(version.current(), key, words.locale().getLanguage(), asked);
        UnitPage known = this.kept.getIfPresent(kept);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<UnitPage> page = directory.unit(key).map(unit -> make(unit, new FigureWords(words), asked));
        page.ifPresent(made -> this.kept.put(kept, made));
        return page;
    }

    /** One indicator of a unit, with all its parts; nothing when the unit or the indicator is not known. */
    Optional<IndicatorPage> indicator(String key, String code, Words words, Optional<Period> asked) {
        return directory.unit(key).flatMap(unit -> indicator(unit, code, new FigureWords(words), asked));
    }

    private Optional<IndicatorPage> indicator(UnitView unit, String code, FigureWords words, Optional<Period> asked) {
        List<Series> series = figures.of(unit, asked).stream()
                .filter(one -> one.indicator().code().equals(code))
                .toList();
        PanelMaker maker = new PanelMaker(
                words,
                "/units/" + unit.key() + "/indicators/",
                LineNames.ofUnit(words, unit.municipality().name()),
                figures.provenances(series));
        return series.stream()
                .findFirst()
                .map(Series::indicator)
                .map(indicator -> new IndicatorPage(
                        unit,
                        indicator.name(words.words().locale()),
                        indicator.definition(words.words().locale()),
                        series.stream().map(maker::panel).toList(),
                        likeness(unit, words)));
    }

    private UnitPage make(UnitView unit, FigureWords words, Optional<Period> asked) {
        List<Series> all = figures.of(unit, asked);
        PanelMaker maker = new PanelMaker(
                words,
                "/units/" + unit.key() + "/indicators/",
                LineNames.ofUnit(words, unit.municipality().name()),
                figures.provenances(all));
        List<Series> shown =
                all.stream().filter(UnitPages::isChart).limit(MOST_CHARTS).toList();
        List<UnitPage.Section> sections = Arrays.stream(Group.values())
                .map(group -> section(group, shown, maker, words))
                .filter(section -> !section.panels().isEmpty())
                .toList();
        return new UnitPage(
                unit,
                lead(all, words),
                facts(unit, words),
                new UnitFlags(words, LocalDate.now(clock)).of(unit),
                asked.or(() -> schoolYear(all)).map(Period::toString).orElse(""),
                periods(all),
                sections,
                all.stream()
                        .filter(series -> shown.stream().noneMatch(one -> one == series))
                        .map(series -> more(series, unit, words))
                        .toList(),
                likeness(unit, words));
    }

    /** Charts are for headlines: of the whole, of the subjects of tests, of programmes; the rest is a table. */
    private static boolean isChart(Series series) {
        return series.indicator().headline()
                && PARTS_WITH_CHARTS.contains(series.breakdown().dimension());
    }

    private static UnitPage.Section section(Group group, List<Series> shown, PanelMaker maker, FigureWords words) {
        String id = group.name().toLowerCase(java.util.Locale.ROOT);
        return new UnitPage.Section(
                id,
                words.text("statistics.group." + group),
                shown.stream()
                        .filter(series -> Group.of(series.indicator()) == group)
                        .map(maker::panel)
                        .toList());
    }

    private static UnitPage.More more(Series series, UnitView unit, FigureWords words) {
        IndicatorView indicator = series.indicator();
        return new UnitPage.More(
                words.name(indicator, series.breakdown()),
                "/units/" + unit.key() + "/indicators/" + indicator.code(),
                series.current().toString(),
                series.now()
                        .map(now -> words.figure(indicator, now.figure()))
                        .orElseGet(() -> words.text("figure.none")),
                series.band(series.current())
                        .map(band -> words.range(indicator, band.low(), band.high()))
                        .orElse(""));
    }

    private static String lead(List<Series> all, FigureWords words) {
        return LEADS.stream()
                .flatMap(code -> all.stream()
                        .filter(series -> series.indicator().code().equals(code))
                        .sorted(Comparator.comparing(
                                series -> !series.breakdown().equals(Breakdown.ALL))))
                .findFirst()
                .map(series -> new Finding(words, series).lead())
                .orElseGet(() -> words.text(all.isEmpty() ? "finding.no-figures" : "finding.no-lead"));
    }

    private static List<String> facts(UnitView unit, FigureWords words) {
        List<String> facts = new ArrayList<>();
        unit.forms().forEach(form -> facts.add(words.text("form." + form.form())));
        facts.add(words.text("organiser-type." + unit.organiser().type()));
        return facts;
    }

    private static Optional<Period> schoolYear(List<Series> all) {
        return all.stream()
                .map(Series::current)
                .filter(period -> period.kind() == Period.Kind.SCHOOL_YEAR)
                .min(Period::compareTo);
    }

    private static List<Option> periods(List<Series> all) {
        TreeSet<Period> periods = new TreeSet<>();
        all.forEach(series -> series.figures().keySet().stream()
                .filter(period -> period.kind() == Period.Kind.SCHOOL_YEAR)
                .forEach(periods::add));
        return periods.descendingSet().stream()
                .map(period -> new Option(period.toString(), period.toString()))
                .toList();
    }

    private UnitPage.Likeness likeness(UnitView unit, FigureWords words) {
        Optional<Likenesses.Likeness> first =
                likenesses.ofUnit(unit.id()).stream().findFirst();
        if (first.isEmpty() || first.get().variables().isEmpty()) {
            return new UnitPage.Likeness(words.text("statistics.similar.none"), List.of());
        }
        String form = first.get().form();
        List<Long> ids = likenesses.neighbours(unit.id()).stream()
                .filter(neighbour -> neighbour.form().equals(form))
                .map(Likenesses.Neighbour::unit)
                .toList();
        Map<Long, UnitView> units =
                directory.unitsByIds(ids).stream().collect(java.util.stream.Collectors.toMap(UnitView::id, one -> one));
        return new UnitPage.Likeness(
                rule(first.get(), words),
                ids.stream().map(units::get).filter(java.util.Objects::nonNull).toList());
    }

    private static String rule(Likenesses.Likeness likeness, FigureWords words) {
        String rule = words.words()
                .text(
                        "statistics.similar.rule",
                        words.text("form." + likeness.form()),
                        named(likeness.variables(), words));
        return likeness.leftOut().isEmpty()
                ? rule
                : rule + " " + words.words().text("statistics.similar.left-out", named(likeness.leftOut(), words));
    }

    private static String named(List<String> variables, FigureWords words) {
        return variables.stream()
                .map(variable -> words.text("statistics.variable." + variable))
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
