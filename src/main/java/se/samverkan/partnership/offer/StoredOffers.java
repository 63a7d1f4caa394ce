package se.samverkan.partnership.offer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.Names;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.partnership.PartnershipView.CohortName;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.offer.Offer.Deed;
import se.samverkan.partnership.offer.Offer.FromRound;
import se.samverkan.partnership.offer.Offer.OfferedUnit;
import se.samverkan.partnership.offer.Offer.Party;
import se.samverkan.shared.Period;

/** Offers in the database, as row-level security lets the actor see them; names come from the directory. */
@Component
class StoredOffers {

    private static final String COLUMNS = """
            select o.id, o.partnership, p.version as partnership_version, p.standing, o.owner_organisation, o.organiser,
                p.variant, p.variant_version, p.cohort, c.name as cohort_name, p.first_term, o.round, o.round_name,
                o.last_day, o.why, o.message, o.version, o.sent_by, o.sent_at
            from partnership.offer o
            join partnership.partnership p on p.id = o.partnership
            left join partnership.cohort c on c.id = p.cohort
            where o.left_at is null and
            """;

    private final JdbcClient database;
    private final StoredUnits units;
    private final Directory directory;
    private final Names names;

    StoredOffers(JdbcClient database, StoredUnits units, Directory directory, Names names) {
        this.database = database;
        this.units = units;
        this.directory = directory;
        this.names = names;
    }

    /** One row, before it has been told in names. */
    private record Row(
            long id,
            long partnership,
            int partnershipVersion,
            Standing standing,
            long owner,
            long organiser,
            String variant,
            int variantVersion,
            Optional<CohortName> cohort,
            Period firstTerm,
            Optional<FromRound> round,
            LocalDate lastDay,
            String why,
            String message,
            int version,
            Optional<Deed> sent) {}

    Optional<Offer> find(long id) {
        return read("o.id = ?", id).stream().findFirst();
    }

    /** Every offer that the actor knows of, what is still to be done first. */
    List<Offer> all() {
        return read("true or o.id = ?", 0);
    }

    List<Offer> ofCohort(long cohort) {
        return read("p.cohort = ?", cohort);
    }

    List<Offer> ofPartnership(long partnership) {
        return read("o.partnership = ?", partnership);
    }

    private List<Offer> read(String condition, long value) {
        List<Row> rows = database.sql(COLUMNS + condition + " order by o.sent_at desc nulls first, o.id desc")
                .param(value)
                .query((row, n) -> row(row))
                .list();
        Map<Long, List<OfferedUnit>> offered =
                units.of(rows.stream().map(Row::id).toList());
        Map<Long, OrganiserView> organisers =
                directory.organisersByIds(rows.stream().map(Row::organiser).collect(Collectors.toSet()));
        Map<Long, String> owners = rows.stream()
                .map(Row::owner)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> directory.nameOfOrganisation(id).orElse("")));
        var senders = names.of(rows.stream()
                .flatMap(row -> row.sent().stream())
                .map(Deed::person)
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> offer(
                        row,
                        owners.getOrDefault(row.owner(), ""),
                        Objects.requireNonNull(organisers.get(row.organiser())),
                        row.sent()
                                .map(deed -> new Deed(
                                        deed.person(),
                                        Optional.ofNullable(senders.get(deed.person()))
                                                .map(Names.PersonName::name)
                                                .orElse(""),
                                        deed.at())),
                        offered.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Offer offer(
            Row row, String owner, OrganiserView organiser, Optional<Deed> sent, List<OfferedUnit> units) {
        return new Offer(
                row.id(),
                row.partnership(),
                row.partnershipVersion(),
                row.standing(),
                new Party(row.owner(), "", owner),
                new Party(organiser.id(), organiser.key(), organiser.name()),
                row.variant(),
                row.variantVersion(),
                row.cohort(),
                row.firstTerm(),
                row.round(),
                row.lastDay(),
                row.why(),
                row.message(),
                row.version(),
                sent,
                units);
    }

    private static Row row(ResultSet row) throws SQLException {
        Long cohort = row.getObject("cohort", Long.class);
        Long round = row.getObject("round", Long.class);
        Long sender = row.getObject("sent_by", Long.class);
        String cohortName = Optional.ofNullable(row.getString("cohort_name")).orElse("");
        return new Row(
                row.getLong("id"),
                row.getLong("partnership"),
                row.getInt("partnership_version"),
                Standing.valueOf(row.getString("standing")),
                row.getLong("owner_organisation"),
                row.getLong("organiser"),
                row.getString("variant"),
                row.getInt("variant_version"),
                cohort == null ? Optional.empty() : Optional.of(new CohortName(cohort, cohortName)),
                Period.ofKey(row.getInt("first_term")),
                round == null ? Optional.empty() : Optional.of(new FromRound(round, row.getString("round_name"))),
                row.getObject("last_day", LocalDate.class),
                row.getString("why"),
                row.getString("message"),
                row.getInt("version"),
                sender == null
                        ? Optional.empty()
                        : Optional.of(
                                new Deed(sender, "", row.getTimestamp("sent_at").toInstant())));
    }

    /** The ids of the roles with which the actor may answer, by the offer to each unit. */
    Map<Long, List<String>> answerable(long offer) {
        Map<Long, List<String>> roles = new HashMap<>();
        database.sql("select offered_unit, role from partnership.answerable() where offer = ? order by role")
                .param(offer)
                .query(row -> {
                    roles.merge(
                            row.getLong("offered_unit"),
                            List.of(row.getString("role")),
                            (one, other) ->
                                    Stream.concat(one.stream(), other.stream()).toList());
                });
        return roles;
    }

    /** The ids of those who are asked for a yes. */
    List<Long> peopleAsked(long offer) {
        return database.sql("select partnership.people_asked(?)")
                .param(offer)
                .query(Long.class)
                .list();
    }
}
