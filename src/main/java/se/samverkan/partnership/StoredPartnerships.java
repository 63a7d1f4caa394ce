package se.samverkan.partnership;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.PartnershipView.CohortName;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.Period;

/** The partnerships in the database, as row-level security lets the actor see them; names come from the directory. */
@Component
class StoredPartnerships implements Partnerships {

    private static final String COLUMNS = """
            select p.id, p.owner_organisation, p.organiser, p.variant, p.variant_version, p.cohort, c.name as cohort_name,
                p.first_term, p.light, p.standing, p.version
            from partnership.partnership p left join partnership.cohort c on c.id = p.cohort
            """;

    private final JdbcClient database;
    private final Directory directory;

    StoredPartnerships(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PartnershipView> find(long id) {
        return read(database.sql(COLUMNS + " where p.id = ?").param(id)).stream()
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PartnershipView> live() {
        Collator swedish = Collator.getInstance(Locale.of("sv"));
        return read(
                        database.sql(
                                COLUMNS
                                        + " where p.standing in ('PROPOSED', 'OFFERED', 'ACCEPTED', 'RUNNING', 'PAUSED') order by p.id"))
                .stream()
                .sorted(Comparator.comparing(PartnershipView::organiserName, swedish))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PartnershipView> ofUnit(long unit) {
        return read(database.sql(COLUMNS + """
                 where p.id in (select n.partnership from partnership.participation n where n.unit = ?)
                order by p.first_term desc, p.id desc
                """).param(unit));
    }

    private List<PartnershipView> read(StatementSpec query) {
        List<PartnershipView> bare = query.query((row, n) -> new PartnershipView(
                        row.getLong("id"),
                        row.getLong("owner_organisation"),
                        "",
                        row.getLong("organiser"),
                        "",
                        "",
                        row.getString("variant"),
                        row.getInt("variant_version"),
                        Optional.ofNullable(row.getObject("cohort", Long.class))
                                .map(id -> new CohortName(id, cohortName(row))),
                        Period.ofKey(row.getInt("first_term")),
                        row.getBoolean("light"),
                        Standing.valueOf(row.getString("standing")),
                        row.getInt("version"),
                        List.of()))
                .list();
        Map<Long, List<Participant>> units =
                participants(bare.stream().map(PartnershipView::id).toList());
        Map<Long, String> owners = new HashMap<>();
        Map<Long, OrganiserView> organisers = new HashMap<>();
        return bare.stream()
                .map(view -> named(
                        view,
                        owners.computeIfAbsent(
                                view.owner(),
                                id -> directory.nameOfOrganisation(id).orElse("")),
                        organisers.computeIfAbsent(
                                view.organiser(),
                                id -> directory.organiserById(id).orElseThrow()),
                        units.getOrDefault(view.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Participant>> participants(List<Long> partnerships) {
        record Row(long partnership, long unit, Level level, Standing standing, int version) {}
        List<Row> rows = database.sql("""
                select partnership, unit, level, standing, version from partnership.participation
                where partnership = any (?)
                """)
                .param(partnerships.toArray(Long[]::new))
                .query((row, n) -> new Row(
                        row.getLong("partnership"),
                        row.getLong("unit"),
                        Level.valueOf(row.getString("level")),
                        Standing.valueOf(row.getString("standing")),
                        row.getInt("version")))
                .list();
        Map<Long, UnitView> units = directory
                .unitsByIds(rows.stream().map(Row::unit).distinct().toList())
                .stream()
                .collect(Collectors.toMap(UnitView::id, unit -> unit));
        Comparator<Participant> order = Comparator.comparing((Participant each) -> each.level() != Level.ORGANISER)
                .thenComparing(Participant::name, Collator.getInstance(Locale.of("sv")));
        Map<Long, List<Participant>> found = new HashMap<>();
        rows.forEach(row -> Optional.ofNullable(units.get(row.unit()))
                .ifPresent(unit -> found.computeIfAbsent(row.partnership(), id -> new ArrayList<>())
                        .add(new Participant(
                                row.unit(), unit.key(), unit.name(), row.level(), row.standing(), row.version()))));
        found.values().forEach(each -> each.sort(order));
        return found;
    }

    private static PartnershipView named(
            PartnershipView view, String owner, OrganiserView organiser, List<Participant> units) {
        return new PartnershipView(
                view.id(),
                view.owner(),
                owner,
                view.organiser(),
                organiser.key(),
                organiser.name(),
                view.variant(),
                view.variantVersion(),
                view.cohort(),
                view.firstTerm(),
                view.light(),
                view.standing(),
                view.version(),
                units);
    }

    private static String cohortName(java.sql.ResultSet row) {
        try {
            return Optional.ofNullable(row.getString("cohort_name")).orElse("");
        } catch (java.sql.SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
