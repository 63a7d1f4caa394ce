package se.samverkan.partnership.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.Names;
import se.samverkan.access.Role;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.offer.Offer.Approval;
import se.samverkan.partnership.offer.Offer.Asked;
import se.samverkan.partnership.offer.Offer.Deed;
import se.samverkan.partnership.offer.Offer.OfferedUnit;
import se.samverkan.programme.variant.Level;

/** The units of offers with whose yes they need and what each has answered. */
@Component
class StoredUnits {

    private static final Comparator<OfferedUnit> ORDER = Comparator.comparing(
                    (OfferedUnit each) -> each.level() != Level.ORGANISER)
            .thenComparing(OfferedUnit::name, Collator.getInstance(Locale.of("sv")));

    private final JdbcClient database;
    private final Directory directory;
    private final Names names;

    StoredUnits(JdbcClient database, Directory directory, Names names) {
        this.database = database;
        this.directory = directory;
        this.names = names;
    }

    private record Row(long id, long offer, long unit, Level level, boolean called, Standing standing, int version) {}

    private record AskedRow(long unit, Asked asked) {}

    /** The units of some offers, by the offer's id, in the order that they are shown. */
    Map<Long, List<OfferedUnit>> of(List<Long> offers) {
        if (offers.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = rows(offers);
        Map<Long, List<Asked>> asked = asked(rows.stream().map(Row::id).toList());
        Map<Long, UnitView> known = directory
                .unitsByIds(rows.stream().map(Row::unit).distinct().toList())
                .stream()
                .collect(Collectors.toMap(UnitView::id, unit -> unit));
        Map<Long, List<OfferedUnit>> found = new HashMap<>();
        rows.forEach(row -> Optional.ofNullable(known.get(row.unit()))
                .ifPresent(unit -> found.computeIfAbsent(row.offer(), id -> new ArrayList<>())
                        .add(new OfferedUnit(
                                row.id(),
                                row.unit(),
                                unit.key(),
                                unit.name(),
                                row.level(),
                                row.called(),
                                row.standing(),
                                row.version(),
                                asked.getOrDefault(row.id(), List.of())))));
        found.values().forEach(each -> each.sort(ORDER));
        return found;
    }

    private List<Row> rows(List<Long> offers) {
        return database.sql("""
                        select u.id, u.offer, u.unit, u.level, u.called, case when o.taken_back_at is null then coalesce(n.standing, 'PROPOSED')
                                else 'WITHDRAWN' end as standing,
                            coalesce(n.version, 0) as version
                        from partnership.offered_unit u
                        join partnership.offer o on o.id = u.offer
                        left join partnership.participation n
                            on n.partnership = o.partnership and n.unit = u.unit and o.sent_at is not null
                        where u.offer = any (?)
                        """)
                .param(offers.toArray(Long[]::new))
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getLong("offer"),
                        row.getLong("unit"),
                        Level.valueOf(row.getString("level")),
                        row.getBoolean("called"),
                        Standing.valueOf(row.getString("standing")),
                        row.getInt("version")))
                .list();
    }

    private Map<Long, List<Asked>> asked(List<Long> units) {
        List<AskedRow> rows = database.sql("""
                        select k.offered_unit, k.role, k.mandate as needs_mandate, a.answer, a.reason, a.words, a.mandate,
                            a.mandate_of, a.paragraph, a.mandate_day, a.made_by, a.made_at
                        from partnership.asked k
                        left join partnership.approval a on a.offered_unit = k.offered_unit and a.role = k.role
                        where k.offered_unit = any (?) order by k.offered_unit, k.position
                        """)
                .param(units.toArray(Long[]::new))
                .query((row, n) -> new AskedRow(row.getLong("offered_unit"), asked(row)))
                .list();
        var called = names.of(rows.stream()
                .flatMap(row -> row.asked().approval().stream())
                .map(approval -> approval.given().person())
                .distinct()
                .toList());
        Map<Long, List<Asked>> found = new LinkedHashMap<>();
        rows.forEach(row ->
                found.computeIfAbsent(row.unit(), id -> new ArrayList<>()).add(named(row.asked(), called)));
        return found;
    }

    private static Asked named(Asked asked, Map<Long, Names.PersonName> called) {
        return new Asked(
                asked.role(),
                asked.mandate(),
                asked.approval()
                        .map(given -> new Approval(
                                given.yes(),
                                given.reason(),
                                given.words(),
                                given.mandate(),
                                new Deed(
                                        given.given().person(),
                                        Optional.ofNullable(
                                                        called.get(given.given().person()))
                                                .map(Names.PersonName::name)
                                                .orElse(""),
                                        given.given().at()))));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return new Asked(
                Role.valueOf(row.getString("role")),
                row.getBoolean("needs_mandate"),
                answer == null ? Optional.empty() : Optional.of(approval(row, answer)));
    }

    private static Approval approval(ResultSet row, String answer) throws SQLException {
        String mandate = row.getString("mandate");
        return new Approval(
                answer.equals("YES"),
                AnswerReason.of(row.getString("reason")),
                row.getString("words"),
                new Mandate(
                        mandate.isEmpty() ? Optional.empty() : Optional.of(Mandate.Kind.valueOf(mandate)),
                        row.getString("mandate_of"),
                        row.getString("paragraph"),
                        Optional.ofNullable(row.getObject("mandate_day", LocalDate.class))),
                new Deed(row.getLong("made_by"), "", row.getTimestamp("made_at").toInstant()));
    }
}
