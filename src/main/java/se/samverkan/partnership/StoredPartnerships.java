package se.samverkan.partnership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PartnershipView.CohortName;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.Period;

/** The partnerships in the database, as row-level security lets the actor see them, with today's names. */
@Component
class StoredPartnerships implements Partnerships {

    private static final String COLUMNS = """
            select p.id, p.owner_organisation, a.name as owner_name, p.organiser, o.key as organiser_key,
                o.name as organiser_name, p.variant, p.variant_version, p.cohort, c.name as cohort_name, p.first_term,
                p.light, p.standing, p.version
            from partnership.partnership p
            join organisation.organisation a on a.id = p.owner_organisation
            join organisation.organisation o on o.id = p.organiser
            left join partnership.cohort c on c.id = p.cohort
            """;

    private final JdbcClient database;
    private final OwnTerms terms;

    StoredPartnerships(JdbcClient database, OwnTerms terms) {
        this.database = database;
        this.terms = terms;
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
        return read(database.sql(COLUMNS + """
                 where p.standing in ('PROPOSED', 'OFFERED', 'ACCEPTED', 'RUNNING', 'PAUSED')
                order by o.name collate "sv-SE-x-icu", p.id
                """));
    }

    @Override
    @Transactional(readOnly = true)
    public List<PartnershipView> ended() {
        return read(database.sql(COLUMNS + """
                 where p.standing in ('DISCONTINUED', 'COMPLETED') order by o.name collate "sv-SE-x-icu", p.id
                """));
    }

    @Override
    @Transactional(readOnly = true)
    public List<PartnershipView> ofCohort(long cohort) {
        return read(database.sql(COLUMNS + """
                 where p.cohort = ? order by o.name collate "sv-SE-x-icu", p.id
                """).param(cohort));
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
        List<PartnershipView> bare = query.query((row, n) -> bare(row)).list();
        Map<Long, List<Participant>> units =
                participants(bare.stream().map(PartnershipView::id).toList());
        return bare.stream()
                .map(view -> with(units.getOrDefault(view.id(), List.of()), view))
                .toList();
    }

    private static PartnershipView bare(ResultSet row) throws SQLException {
        String cohort = row.getString("cohort_name");
        return new PartnershipView(
                row.getLong("id"),
                row.getLong("owner_organisation"),
                row.getString("owner_name"),
                row.getLong("organiser"),
                row.getString("organiser_key"),
                row.getString("organiser_name"),
                row.getString("variant"),
                row.getInt("variant_version"),
                cohort == null ? Optional.empty() : Optional.of(new CohortName(row.getLong("cohort"), cohort)),
                Period.ofKey(row.getInt("first_term")),
                row.getBoolean("light"),
                Standing.valueOf(row.getString("standing")),
                row.getInt("version"),
                List.of(),
                Map.of());
    }

    private Map<Long, List<Participant>> participants(List<Long> partnerships) {
        Map<Long, List<Participant>> found = new HashMap<>();
        database.sql("""
                select n.partnership, n.unit, u.key, u.name, n.level, n.standing, n.version
                from partnership.participation n join organisation.unit u on u.id = n.unit
                where n.partnership = any (?)
                order by n.level <> 'ORGANISER', u.name collate "sv-SE-x-icu", u.id
                """).param(partnerships.toArray(Long[]::new)).query(row -> {
            found.computeIfAbsent(row.getLong("partnership"), id -> new ArrayList<>())
                    .add(new Participant(
                            row.getLong("unit"),
                            row.getString("key"),
                            row.getString("name"),
                            Level.valueOf(row.getString("level")),
                            Standing.valueOf(row.getString("standing")),
                            row.getInt("version")));
        });
        return found;
    }

    private PartnershipView with(List<Participant> units, PartnershipView view) {
        return new PartnershipView(
                view.id(),
                view.owner(),
                view.ownerName(),
                view.organiser(),
                view.organiserKey(),
                view.organiserName(),
                view.variant(),
                view.variantVersion(),
                view.cohort(),
                view.firstTerm(),
                view.light(),
                view.standing(),
                view.version(),
                units,
                terms.of(view.variant(), view.variantVersion()));
    }
}
