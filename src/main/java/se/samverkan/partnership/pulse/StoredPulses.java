package se.samverkan.partnership.pulse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CasePulse;
import se.samverkan.partnership.CasePulse.UnitPulse;
import se.samverkan.partnership.CasePulses;
import se.samverkan.partnership.PulseSource;
import se.samverkan.partnership.PulseSource.Heard;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.KnownVariants;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Period;

/** The pulses of the cases that the actor knows of: two questions of this room, and one of each room that adds to them. */
@Component
class StoredPulses implements CasePulses {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int MONTHS_OF_TERM = 6;

    private final JdbcClient database;
    private final KnownVariants variants;
    private final ObjectProvider<PulseSource> sources;
    private final Clock clock;

    StoredPulses(JdbcClient database, KnownVariants variants, ObjectProvider<PulseSource> sources, Clock clock) {
        this.database = database;
        this.variants = variants;
        this.sources = sources;
        this.clock = clock;
    }

    private record UnitRow(
            long partnership,
            long unit,
            String name,
            Level level,
            Standing standing,
            String phase,
            Optional<LocalDate> begun,
            Set<String> steps,
            Optional<LocalDate> heard,
            Optional<LocalDate> headSince,
            boolean changed) {}

    @Override
    @Transactional(readOnly = true)
    public List<CasePulse> live() {
        List<CasePulse> bare = database.sql("select * from partnership.case_pulses()")
                .query((row, n) -> bare(row))
                .list();
        if (bare.isEmpty()) {
            return List.of();
        }
        Map<Long, List<UnitRow>> units =
                database.sql("select * from partnership.unit_pulses()").query((row, n) -> unit(row)).list().stream()
                        .collect(Collectors.groupingBy(UnitRow::partnership));
        Map<Long, List<Heard>> heard = heard(bare.stream().map(CasePulse::id).toList());
        return bare.stream()
                .map(each ->
                        whole(each, units.getOrDefault(each.id(), List.of()), heard.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Heard>> heard(List<Long> ids) {
        Map<Long, List<Heard>> heard = new HashMap<>();
        sources.orderedStream()
                .flatMap(source -> source.of(ids).stream())
                .forEach(each -> heard.computeIfAbsent(each.partnership(), id -> new ArrayList<>())
                        .add(each));
        return heard;
    }

    private static CasePulse bare(ResultSet row) throws SQLException {
        return new CasePulse(
                row.getLong("id"),
                row.getLong("owner"),
                row.getLong("organiser"),
                row.getString("organiser_name"),
                row.getString("variant"),
                row.getInt("variant_version"),
                row.getString("cohort"),
                Period.ofKey(row.getInt("first_term")),
                Standing.valueOf(row.getString("standing")),
                "",
                Optional.empty(),
                day(row, "decided"),
                day(row, "director_since"),
                List.of(),
                row.getInt("facilitators"),
                row.getInt("load"),
                Optional.empty(),
                List.of());
    }

    private static UnitRow unit(ResultSet row) throws SQLException {
        return new UnitRow(
                row.getLong("partnership"),
                row.getLong("unit"),
                row.getString("name"),
                Level.valueOf(row.getString("level")),
                Standing.valueOf(row.getString("standing")),
                row.getString("phase"),
                day(row, "begun"),
                new HashSet<>(Arrays.asList(row.getString("steps").split(" "))),
                day(row, "heard"),
                day(row, "head_since"),
                row.getBoolean("changed"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private CasePulse whole(CasePulse bare, List<UnitRow> rows, List<Heard> heard) {
        Optional<Variant> variant = variants.read(bare.variant(), bare.variantVersion());
        LocalDate today = LocalDate.now(clock.withZone(SWEDEN));
        List<UnitPulse> units = rows.stream()
                .map(row -> unit(bare.standing(), row, variant, heard, today))
                .toList();
        return new CasePulse(
                bare.id(),
                bare.owner(),
                bare.organiser(),
                bare.organiserName(),
                bare.variant(),
                bare.variantVersion(),
                bare.cohort(),
                bare.firstTerm(),
                bare.standing(),
                furthest(variant, units),
                earliest(Stream.concat(
                        units.stream().map(UnitPulse::due), heard.stream().map(Heard::due))),
                latest(Stream.concat(
                        Stream.concat(Stream.of(bare.heard()), units.stream().map(UnitPulse::heard)),
                        heard.stream().map(Heard::last))),
                bare.directorSince(),
                units,
                bare.facilitators(),
                bare.load(),
                heard.stream().flatMap(each -> each.moving().stream()).reduce(Boolean::logicalOr),
                heard.stream().flatMap(each -> each.loose().stream()).toList());
    }

    private static String furthest(Optional<Variant> variant, List<UnitPulse> units) {
        Set<String> now = units.stream().map(UnitPulse::phase).collect(Collectors.toSet());
        return variant.stream()
                .flatMap(each -> each.phases().stream())
                .map(Phase::key)
                .filter(now::contains)
                .reduce((one, next) -> next)
                .orElse("");
    }

    private static UnitPulse unit(
            Standing whole, UnitRow row, Optional<Variant> variant, List<Heard> heard, LocalDate today) {
        boolean runs = whole == Standing.RUNNING && row.standing() == Standing.RUNNING;
        Optional<Phase> phase = variant.flatMap(each -> each.phase(row.phase()));
        List<LocalDate> open = runs ? open(row, phase) : List.of();
        return new UnitPulse(
                row.unit(),
                row.name(),
                row.standing(),
                row.phase(),
                earliest(open.stream().map(Optional::of)),
                (int) open.stream().filter(day -> day.isBefore(today)).count(),
                runs && isLate(row, phase, today),
                latest(Stream.concat(
                        Stream.of(row.heard()),
                        heard.stream()
                                .filter(each -> each.unit().equals(Optional.of(row.unit())))
                                .map(Heard::last))),
                row.headSince(),
                row.changed());
    }

    /** The days on which the steps of its phase that are not done are due. */
    private static List<LocalDate> open(UnitRow row, Optional<Phase> phase) {
        return phase.stream()
                .flatMap(each -> each.steps().stream()
                        .filter(step -> step.levels().contains(row.level())
                                && !row.steps().contains(step.key()))
                        .flatMap(step -> row.begun().map(day -> day.plusWeeks(step.weeks())).stream()))
                .toList();
    }

    private static boolean isLate(UnitRow row, Optional<Phase> phase, LocalDate today) {
        return phase.flatMap(each -> row.begun().map(day -> day.plusMonths((long) MONTHS_OF_TERM * each.terms())))
                .filter(end -> end.isBefore(today))
                .isPresent();
    }

    private static Optional<LocalDate> earliest(Stream<Optional<LocalDate>> days) {
        return days.flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> latest(Stream<Optional<LocalDate>> days) {
        return days.flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
}
