package se.samverkan.selection.candidate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.Particulars;
import se.samverkan.organisation.UnitView;
import se.samverkan.selection.candidate.Pooled.Year;
import se.samverkan.selection.material.Exclusions;
import se.samverkan.selection.round.RoundMaterial.Exclusion;
import se.samverkan.selection.round.RoundUnits;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.statistics.DataVersion;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.PublishedFigures;

/**
 * The lists of candidates, by school form, from the figures as they are known now. Kept until criteria, places, exclusions,
 * figures or registers change: everybody in a round reads the same list. Asked only with a round that the reader has been shown.
 */
@Component
public class CandidateLists {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int KEPT = 24;
    private static final int YEARS_NEW = 3;

    private final RoundUnits roundUnits;
    private final Particulars particulars;
    private final PublishedFigures published;
    private final CriterionCatalogue catalogue;
    private final Windows windows;
    private final Indicators indicators;
    private final DataVersion version;
    private final Exclusions exclusions;
    private final Clock clock;
    private final Cache<Key, CandidateList> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    CandidateLists(
            RoundUnits roundUnits,
            Particulars particulars,
            PublishedFigures published,
            CriterionCatalogue catalogue,
            Windows windows,
            Indicators indicators,
            DataVersion version,
            Exclusions exclusions,
            Clock clock) {
        this.roundUnits = roundUnits;
        this.particulars = particulars;
        this.published = published;
        this.catalogue = catalogue;
        this.windows = windows;
        this.indicators = indicators;
        this.version = version;
        this.exclusions = exclusions;
        this.clock = clock;
    }

    private record Key(
            DataVersion.State state,
            long round,
            int version,
            FormPlaces form,
            List<Criterion> criteria,
            List<Exclusion> excluded,
            LocalDate day) {}

    /** The list of each school form of the round. */
    public List<CandidateList> of(RoundView round, CriteriaView criteria) {
        return round.forms().stream().map(form -> of(round, form, criteria)).toList();
    }

    CandidateList of(RoundView round, FormPlaces form, CriteriaView criteria) {
        LocalDate today = LocalDate.now(clock.withZone(SWEDEN));
        List<Criterion> own = criteria.of(form.form());
        List<Exclusion> excluded = exclusions.standing(round.id());
        Key key = new Key(version.current(), round.id(), round.version(), form, own, excluded, today);
        return kept.get(key, wanted -> make(round, form, own, excluded, today));
    }

    private CandidateList make(
            RoundView round, FormPlaces form, List<Criterion> criteria, List<Exclusion> excluded, LocalDate today) {
        return known(round, form, criteria, criteria, excluded, today, OptionalInt.empty())
                .list();
    }

    /** A list and the figures that it was made from. */
    public record Known(CandidateList list, FormFigures figures) {}

    /**
     * The list as figures were known by an import, for a basis that is to stand.
     *
     * @param besides criteria whose figures are read too, without counting
     */
    public Known knownBy(
            RoundView round, FormPlaces form, CriteriaView criteria, List<Criterion> besides, int lastImport) {
        List<Criterion> own = criteria.of(form.form());
        List<Criterion> read =
                java.util.stream.Stream.concat(own.stream(), besides.stream()).toList();
        LocalDate today = LocalDate.now(clock.withZone(SWEDEN));
        return known(round, form, own, read, exclusions.standing(round.id()), today, OptionalInt.of(lastImport));
    }

    private Known known(
            RoundView round,
            FormPlaces form,
            List<Criterion> criteria,
            List<Criterion> read,
            List<Exclusion> excluded,
            LocalDate today,
            OptionalInt knownBy) {
        List<UnitView> units = roundUnits.open(form.form());
        List<Long> ids = units.stream().map(UnitView::id).toList();
        FormFigures figures =
                FormFigures.read(read, ids, round.lastYear(), knownBy, published, catalogue, windows, indicators);
        Flags flags = new Flags(today, particulars.successorsSince(today.minusYears(YEARS_NEW)));
        Trends trends = knownBy.isEmpty() ? trends(criteria, units) : Trends.NONE;
        return new Known(
                new CandidateMaker(form, criteria, units, excluded, figures, flags, trends).make(round.id()), figures);
    }

    /** Only of what is known now: nothing is chosen by a trend, so a basis neither holds it nor its years. */
    private Trends trends(List<Criterion> criteria, List<UnitView> units) {
        Optional<Criterion> leading = Trends.leading(criteria);
        if (leading.isEmpty()) {
            return Trends.NONE;
        }
        Criterion lead = leading.get();
        List<Long> ids = units.stream().map(UnitView::id).toList();
        FormFigures read = FormFigures.ofYears(lead, ids, published, catalogue, windows);
        Map<String, List<Year>> years = new LinkedHashMap<>();
        units.forEach(unit -> years.put(unit.key(), read.years(lead, unit.id())));
        return Trends.of(lead, indicators.find(lead.indicator()).orElseThrow(), years);
    }
}
