package se.samverkan.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.Directory.UnitQuery;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.OpenFigure.Breakdown;

/**
 * The door for machines: units, organisers, indicators and figures as the records that the API and the command line write
 * as JSON, letter by letter the same. Everything here is public.
 *
 * <p>Absent values are written as null, so that every record always has the same fields.
 */
@Component
public class OpenData {

    /** The most units on a page. */
    public static final int LARGEST_PAGE = 20_000;

    private final Directory directory;
    private final Figures figures;
    private final Indicators indicators;
    private final Provenances provenances;

    OpenData(Directory directory, Figures figures, Indicators indicators, Provenances provenances) {
        this.directory = directory;
        this.figures = figures;
        this.indicators = indicators;
        this.provenances = provenances;
    }

    /**
     * A page of units, by name and then by key.
     *
     * @param page the number of the page, from 1
     * @param size how many units there are on a page
     * @param total how many units there are in all
     * @param units the units of the page
     */
    public record Units(int page, int size, long total, List<Unit> units) {}

    /** A unit; {@code code} is null for a preschool, whose {@code key} stands in its addresses. */
    public record Unit(
            String key,
            @Nullable String code,
            String kind,
            String name,
            String status,
            List<Form> forms,
            OrganiserOfUnit organiser,
            Municipality municipality,
            @Nullable LocalDate opened,
            @Nullable LocalDate closed,
            boolean specialSupport,
            boolean international,
            String source) {}

    /** A school form at a unit, with its grades there. */
    public record Form(String form, List<String> grades) {}

    /** Whose a unit is; {@code number} is null where it is a person's. */
    public record OrganiserOfUnit(String key, @Nullable String number, String name, String type) {}

    /** Where a unit is. */
    public record Municipality(String code, String name, String county) {}

    /** An organiser and its active units. */
    public record Organiser(String key, @Nullable String number, String name, String type, List<Unit> units) {}

    /** A unit's figures, as known on a day where one is asked for. */
    public record UnitsFigures(Unit unit, @Nullable LocalDate asOf, List<OpenFigure> figures) {}

    /** All indicators. */
    public record AllIndicators(List<Indicator> indicators) {}

    /** An indicator with its names and definitions by language. */
    public record Indicator(
            String code,
            Map<String, String> name,
            Map<String, String> definition,
            String unit,
            int decimals,
            String direction,
            List<String> forms,
            List<String> levels,
            String source,
            @Nullable String cohort) {}

    /**
     * A page of the units that fit.
     *
     * @param page from 1
     * @param size 1 to 20,000
     * @throws Refusal when the page or its size is out of bounds
     */
    public Units units(UnitQuery query, int page, int size) {
        if (page < 1 || size < 1 || size > LARGEST_PAGE) {
            throw Refusal.malformed("refusal.page", LARGEST_PAGE);
        }
        Directory.UnitPage found = directory.search(query, page - 1, size);
        return new Units(
                page,
                size,
                found.total(),
                found.units().stream().map(OpenData::unit).toList());
    }

    /** @throws Refusal when there is no such unit */
    public Unit unit(String key) {
        return unit(known(key));
    }

    /**
     * The figures of a unit, all or of one indicator, as known now or at the end of a day.
     *
     * @throws Refusal when there is no such unit or no such indicator
     */
    public UnitsFigures figures(String key, Optional<String> indicator, Optional<LocalDate> asOf) {
        UnitView unit = known(key);
        Optional<IndicatorView> wanted = indicator.map(
                code -> indicators.find(code).orElseThrow(() -> Refusal.malformed("refusal.indicator", code)));
        List<KnownFigure> found =
                asOf.map(day -> figures.ofUnit(unit.id(), day)).orElseGet(() -> figures.ofUnit(unit.id()));
        List<KnownFigure> chosen = found.stream()
                .filter(figure ->
                        wanted.map(one -> one.number() == figure.indicator()).orElse(true))
                .toList();
        return new UnitsFigures(unit(unit), asOf.orElse(null), open(chosen));
    }

    private List<OpenFigure> open(List<KnownFigure> chosen) {
        var imports = provenances.of(
                chosen.stream().map(KnownFigure::importId).distinct().toList());
        return chosen.stream()
                .map(figure -> OpenFigure.of(
                        figure,
                        indicators.byNumber(figure.indicator()),
                        Breakdown.of(provenances.breakdown(figure.breakdown())),
                        java.util.Objects.requireNonNull(imports.get(figure.importId()))))
                .toList();
    }

    /** @throws Refusal when there is no such organiser */
    public Organiser organiser(String number) {
        OrganiserView organiser = directory.organiser(number).orElseThrow(Refusal::notSeen);
        return new Organiser(
                organiser.key(),
                organiser.number(),
                organiser.name(),
                organiser.type(),
                directory.unitsOfOrganiser(organiser.id()).stream()
                        .map(OpenData::unit)
                        .toList());
    }

    public AllIndicators indicators() {
        return new AllIndicators(
                indicators.all().stream().map(OpenData::indicator).toList());
    }

    private UnitView known(String key) {
        return directory.unit(key).orElseThrow(Refusal::notSeen);
    }

    private static Unit unit(UnitView unit) {
        OrganiserView organiser = unit.organiser();
        return new Unit(
                unit.key(),
                unit.code(),
                unit.kind(),
                unit.name(),
                unit.status(),
                unit.forms().stream()
                        .map(form -> new Form(form.form(), form.grades()))
                        .toList(),
                new OrganiserOfUnit(organiser.key(), organiser.number(), organiser.name(), organiser.type()),
                new Municipality(
                        unit.municipality().code(),
                        unit.municipality().name(),
                        unit.municipality().county()),
                unit.opened(),
                unit.closed(),
                unit.specialSupport(),
                unit.international(),
                unit.source());
    }

    private static Indicator indicator(IndicatorView one) {
        return new Indicator(
                one.code(),
                Map.of("sv", one.name(Words.SWEDISH), "en", one.name(Words.ENGLISH)),
                Map.of("sv", one.definition(Words.SWEDISH), "en", one.definition(Words.ENGLISH)),
                one.unit(),
                one.decimals(),
                one.direction(),
                one.forms(),
                one.levels(),
                one.source(),
                one.cohort().orElse(null));
    }
}
