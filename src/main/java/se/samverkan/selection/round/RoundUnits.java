package se.samverkan.selection.round;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.Directory.UnitQuery;
import se.samverkan.organisation.UnitView;
import se.samverkan.shared.Refusal;

/** The units that a round can be about: those of its school forms, and those that run what is no school form. */
@Component
public class RoundUnits {

    private static final int MOST_UNITS = 20_000;

    private final Directory directory;

    RoundUnits(Directory directory) {
        this.directory = directory;
    }

    /**
     * A unit that the round can be about, by its key.
     *
     * @throws Refusal when there is no such unit, or it has none of the round's school forms
     */
    public UnitView of(RoundView round, String key) {
        UnitView unit = directory.unit(key).orElseThrow(Refusal::notSeen);
        if (!concerns(round, unit)) {
            throw Refusal.rule("selection.refusal.unit-not-in-round", unit.name());
        }
        return unit;
    }

    /** Whether a unit has one of the round's school forms. */
    public static boolean concerns(RoundView round, UnitView unit) {
        return round.forms().stream().anyMatch(form -> AfterSchool.isAt(unit, form.form()));
    }

    /** The open units that a round chooses among for places in a form, by name as a Swede sorts. */
    public List<UnitView> open(String form) {
        return form.equals(AfterSchool.CENTRE)
                ? directory.unitsWithAnyOf(AfterSchool.RUN_AT)
                : directory.search(new UnitQuery(null, null, null, form), 0, MOST_UNITS).units().stream()
                        .filter(unit -> unit.status().equals("ACTIVE"))
                        .toList();
    }

    /** The name of a unit; empty where there is none. */
    public String name(long id) {
        return directory.unitById(id).map(UnitView::name).orElse("");
    }

    /** The units of these ids that there are, by id. */
    public Map<Long, UnitView> byId(Collection<Long> ids) {
        return directory.unitsByIds(ids).stream().collect(Collectors.toMap(UnitView::id, Function.identity()));
    }

    /** The units of these keys that there are, by key. */
    public Map<String, UnitView> byKey(Collection<String> keys) {
        List<UnitView> found = directory.unitsByIds(directory.idsOfUnits(keys).values());
        return found.stream().collect(Collectors.toMap(UnitView::key, Function.identity()));
    }
}
