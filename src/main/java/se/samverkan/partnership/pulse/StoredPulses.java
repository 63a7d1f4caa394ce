package se.samverkan.partnership.pulse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.CasePulse;
import se.samverkan.partnership.CasePulses;
import se.samverkan.partnership.PulseSource;
import se.samverkan.partnership.PulseSource.Heard;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.KnownVariants;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.Period;

/** The pulses of the cases that the actor knows of: two questions of this room, and one of each room that adds to them. */
@Component
class StoredPulses implements CasePulses {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    // Read by number: to look four thousand rows' columns up by name took a seventh of the time.
    private static final String UNITS = """
            select partnership, unit, name, level, standing, phase, begun, steps, heard, head_since, changed
            from partnership.unit_pulses()
            """;

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

    @Override
    @Transactional(readOnly = true)
    public List<CasePulse> live() {
        List<CasePulse> bare = database.sql("select * from partnership.case_pulses()")
                .query((row, n) -> bare(row))
                .list();
        if (bare.isEmpty()) {
            return List.of();
        }
        Map<Long, List<UnitRow>> units = database.sql(UNITS).query((row, n) -> unit(row)).list().stream()
                .collect(Collectors.groupingBy(UnitRow::partnership));
        Map<Long, List<Heard>> heard = heard(bare);
        PulseComposing composing = new PulseComposing(variants, LocalDate.now(clock.withZone(SWEDEN)));
        return bare.stream()
                .map(each -> composing.whole(
                        each, units.getOrDefault(each.id(), List.of()), heard.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Heard>> heard(List<CasePulse> cases) {
        Map<Long, List<Heard>> heard = new HashMap<>();
        sources.orderedStream()
                .flatMap(source -> source.of(cases).stream())
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
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                Level.valueOf(row.getString(4)),
                Standing.valueOf(row.getString(5)),
                row.getString(6),
                day(row, 7),
                row.getString(8),
                day(row, 9),
                day(row, 10),
                row.getBoolean(11));
    }

    private static Optional<LocalDate> day(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return day(row, row.findColumn(column));
    }
}
