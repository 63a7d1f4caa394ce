package se.samverkan.selection.allotment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.shared.Period;
import se.samverkan.statistics.PublishedFigures;
import se.samverkan.statistics.Snapshots;

/**
 * What sources have published differently since a basis was frozen. The round stands on what was known; this only tells.
 */
@Component
class Revisions {

    private final StoredBases bases;
    private final PublishedFigures published;
    private final Snapshots snapshots;

    Revisions(StoredBases bases, PublishedFigures published, Snapshots snapshots) {
        this.bases = bases;
        this.published = published;
        this.snapshots = snapshots;
    }

    /**
     * A figure that has changed.
     *
     * @param figure what it is about
     * @param unit what the unit was called
     * @param was what stood in the source
     * @param is what stands there now; empty where nothing does
     */
    record Revised(FigureMark figure, String unit, String was, String is) {}

    /** What has changed of the figures that a basis rests on; a basis that the reader has been shown. */
    @Transactional(readOnly = true)
    public List<Revised> since(BasisView basis) {
        if (snapshots.lastImport() == basis.lastImport()) {
            return List.of();
        }
        Map<Long, BasisUnit> units = bases.units(basis.round(), basis.version()).stream()
                .collect(Collectors.toMap(BasisUnit::unit, unit -> unit, (one, other) -> one));
        Map<String, FigureMark> frozen = FigureMark.ofBasis(bases.text(basis.round(), basis.version()));
        Map<String, FigureMark> now = new HashMap<>();
        published
                .of(
                        units.keySet(),
                        frozen.values().stream()
                                .map(FigureMark::indicator)
                                .distinct()
                                .toList(),
                        frozen.values().stream()
                                .map(FigureMark::period)
                                .distinct()
                                .map(Period::parse)
                                .toList(),
                        OptionalInt.empty())
                .forEach(figure -> {
                    BasisUnit unit = java.util.Objects.requireNonNull(units.get(figure.unit()));
                    FigureMark mark = FigureMark.of(unit.key(), figure);
                    now.put(mark.about(), mark);
                });
        return changed(frozen, now, units);
    }

    private static List<Revised> changed(
            Map<String, FigureMark> frozen, Map<String, FigureMark> now, Map<Long, BasisUnit> units) {
        Map<String, String> names = units.values().stream()
                .collect(Collectors.toMap(BasisUnit::key, unit -> unit.place().name(), (one, other) -> one));
        List<Revised> changed = new ArrayList<>();
        frozen.forEach((about, was) -> {
            FigureMark is = now.get(about);
            if (is == null || !is.said().equals(was.said())) {
                changed.add(new Revised(
                        was, names.getOrDefault(was.unit(), was.unit()), was.token(), is == null ? "" : is.token()));
            }
        });
        return changed;
    }
}
