package se.samverkan.partnership.staffing;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Role;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.partnership.staffing.Load.Part;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Period;

/** The load of the facilitators and analysts of an agency or office, across all its live partnerships. */
@Component
class Loads implements CaseFacilitators {

    private final JdbcClient database;
    private final Directory directory;
    private final Variants variants;
    private final Rights rights;

    Loads(JdbcClient database, Directory directory, Variants variants, Rights rights) {
        this.database = database;
        this.directory = directory;
        this.variants = variants;
        this.rights = rights;
    }

    private record Row(
            long person,
            String name,
            Role role,
            Optional<Long> partnership,
            long organiser,
            LocalDate from,
            Optional<LocalDate> to,
            int firstTerm,
            String variant,
            int version) {}

    private record Key(long person, Role role) {}

    @Override
    @Transactional(readOnly = true)
    public Set<Long> facilitators() {
        return rights.allow(Verb.RUN_PARTNERSHIP)
                ? rows().stream()
                        .filter(row -> row.role() == Role.PROCESS_FACILITATOR)
                        .map(Row::person)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Those with the least to do first. */
    @Transactional(readOnly = true)
    public List<Load> all() {
        rights.require(Verb.RUN_PARTNERSHIP);
        Map<Key, Load> loads = new LinkedHashMap<>();
        List<Row> rows = rows();
        Map<Long, OrganiserView> organisers =
                directory.organisersByIds(rows.stream().map(Row::organiser).collect(Collectors.toSet()));
        for (Row row : rows) {
            Load load = loads.computeIfAbsent(
                    new Key(row.person(), row.role()),
                    key -> new Load(row.person(), row.name(), row.role(), new ArrayList<>()));
            row.partnership().ifPresent(id -> load.cases().add(part(row, id, organisers)));
        }
        return loads.values().stream()
                .sorted(Comparator.comparing(Load::role)
                        .thenComparing(load -> load.cases().size())
                        .thenComparing(Load::name, Collator.getInstance(Locale.of("sv"))))
                .toList();
    }

    private Part part(Row row, long id, Map<Long, OrganiserView> organisers) {
        String organiser = Optional.ofNullable(organisers.get(row.organiser()))
                .map(OrganiserView::name)
                .orElse("");
        Period planned = Period.ofKey(row.firstTerm());
        int length =
                variants.read(row.variant(), row.version()).map(Variant::length).orElse(1);
        Period begins = Period.termOf(row.from());
        Period last = row.to().map(Period::termOf).orElseGet(() -> planned.plusTerms(Math.max(0, length - 1)));
        return new Part(id, organiser, planned.termsUntil(begins) > 0 ? begins : planned, last);
    }

    private List<Row> rows() {
        return database.sql("select * from partnership.load() order by name, partnership")
                .query((row, n) -> new Row(
                        row.getLong("person"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        Optional.ofNullable(row.getObject("partnership", Long.class)),
                        row.getLong("organiser"),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                        row.getInt("first_term"),
                        Optional.ofNullable(row.getString("variant")).orElse(""),
                        row.getInt("variant_version")))
                .list();
    }
}
