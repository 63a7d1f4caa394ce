package se.samverkan.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The directory in the database. What it answers is public, so it asks no right and needs no transaction. */
@Component
class StoredDirectory implements Directory {

    private static final String ORGANISERS = """
            select id, key, case when not sole_trader then number end as number, name, organiser_type, municipality
            from organisation.organisation where kind = 'ORGANISER' and
            """;
    private static final String ORGANISATIONS = """
            select id, key, name, kind, coalesce(provider_kind, '') as provider_kind, version
            from organisation.organisation where kind <> 'ORGANISER' and deleted_at is null and
            """;
    private static final String AREAS = """
            select a.id as area, a.name as area_name, o.id, o.key,
                case when not o.sole_trader then o.number end as number, o.name, o.organiser_type, o.municipality
            from organisation.area a join organisation.organisation o on o.id = a.organiser
            where a.deleted_at is null and
            """;
    private static final String MUNICIPALITIES = """
            select m.code, m.name, c.name as county
            from organisation.municipality m join organisation.county c on c.code = m.county
            """;
    private static final int LARGEST_PAGE = 20_000;

    private final JdbcClient database;
    private final UnitReader units;

    StoredDirectory(JdbcClient database) {
        this.database = database;
        this.units = new UnitReader(database);
    }

    @Override
    public Optional<UnitView> unit(String key) {
        return units.where("u.key = :key", Map.of("key", key)).stream().findFirst();
    }

    @Override
    public Optional<UnitView> unitById(long id) {
        return units.where("u.id = :id", Map.of("id", id)).stream().findFirst();
    }

    @Override
    public Optional<OrganiserView> organiser(String key) {
        return database.sql(ORGANISERS + "(key = :key or number = :key and not sole_trader)")
                .param("key", key)
                .query(StoredDirectory::organiser)
                .optional();
    }

    @Override
    public Optional<OrganiserView> organiserById(long id) {
        return database.sql(ORGANISERS + "id = ?")
                .param(id)
                .query(StoredDirectory::organiser)
                .optional();
    }

    @Override
    public Map<Long, OrganiserView> organisersByIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database
                        .sql(ORGANISERS + "id = any (?)")
                        .param(ids.toArray(Long[]::new))
                        .query(StoredDirectory::organiser)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(OrganiserView::id, organiser -> organiser));
    }

    @Override
    public List<OrganiserView> organisers() {
        return database.sql(ORGANISERS + "true order by name collate \"sv-SE-x-icu\", key")
                .query(StoredDirectory::organiser)
                .list();
    }

    @Override
    public List<OrganisationView> organisations() {
        return database.sql(ORGANISATIONS + "true order by name collate \"sv-SE-x-icu\", key")
                .query(StoredDirectory::organisation)
                .list();
    }

    @Override
    public Optional<OrganisationView> organisation(String key) {
        return database.sql(ORGANISATIONS + "key = ?")
                .param(key)
                .query(StoredDirectory::organisation)
                .optional();
    }

    @Override
    public Optional<String> nameOfOrganisation(long id) {
        return database.sql("select name from organisation.organisation where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    @Override
    public List<AreaPlace> areas(String text) {
        return database.sql(AREAS + """
                         position(lower(?) in lower(a.name)) > 0
                        order by a.name collate "sv-SE-x-icu", a.id limit 12
                        """)
                .param(text)
                .query(StoredDirectory::area)
                .list();
    }

    @Override
    public Optional<AreaPlace> area(long id) {
        return database.sql(AREAS + "a.id = ?")
                .param(id)
                .query(StoredDirectory::area)
                .optional();
    }

    @Override
    public Optional<MunicipalityView> municipality(String code) {
        return database.sql(MUNICIPALITIES + "where m.code = ?")
                .param(code)
                .query(MunicipalityView.class)
                .optional();
    }

    @Override
    public List<MunicipalityView> municipalities() {
        return database.sql(MUNICIPALITIES + "order by m.name collate \"sv-SE-x-icu\", m.code")
                .query(MunicipalityView.class)
                .list();
    }

    @Override
    public List<UnitView> unitsOfOrganiser(long organiser) {
        return units.where(
                "u.organiser_id = :organiser and u.kind <> 'ORGANISER' and u.status = 'ACTIVE'",
                Map.of("organiser", organiser));
    }

    @Override
    public List<UnitView> levelsOfOrganiser(long organiser) {
        return units.where(
                "u.organiser_id = :organiser and (u.kind = 'ORGANISER' or u.status = 'ACTIVE')",
                Map.of("organiser", organiser));
    }

    @Override
    public List<UnitView> unitsOfMunicipality(String municipality) {
        return units.where(
                "u.municipality_code = :municipality and u.kind <> 'ORGANISER' and u.status = 'ACTIVE'",
                Map.of("municipality", municipality));
    }

    @Override
    public List<UnitView> unitsWithAnyOf(Collection<String> forms) {
        return units.where(
                "u.status = 'ACTIVE' and u.id in (select unit from organisation.unit_form where form in (:forms))",
                Map.of("forms", forms));
    }

    @Override
    public List<UnitView> unitsByIds(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : units.where("u.id in (:ids)", Map.of("ids", ids));
    }

    @Override
    public List<Placed> placed(String form) {
        return database.sql("""
                        select u.id, u.municipality from organisation.unit u
                        join organisation.unit_form f on f.unit = u.id
                        where f.form = ? and u.status = 'ACTIVE' order by u.id
                        """)
                .param(form)
                .query((row, n) -> new Placed(row.getLong(1), row.getString(2)))
                .list();
    }

    @Override
    public Set<String> knownKeys(Collection<String> keys) {
        return new HashSet<>(idsOfUnits(keys).keySet());
    }

    @Override
    public Map<String, Long> idsOfUnits(Collection<String> keys) {
        Map<String, Long> ids = new HashMap<>();
        database.sql("select key, id from organisation.unit where key = any (?)")
                .param(keys.toArray(String[]::new))
                .query(row -> {
                    ids.put(row.getString("key"), row.getLong("id"));
                });
        return ids;
    }

    @Override
    public Map<String, List<MunicipalityView>> similarMunicipalities(String municipality) {
        Map<String, List<MunicipalityView>> groups = new LinkedHashMap<>();
        database.sql("""
                        select s.likeness, m.code, m.name, c.name as county
                        from organisation.similar_municipality s
                        join organisation.municipality m on m.code = s.member
                        join organisation.county c on c.code = m.county
                        where s.municipality = ? order by s.likeness, m.name collate "sv-SE-x-icu", m.code
                        """).param(municipality).query(row -> {
            var member = new MunicipalityView(row.getString("code"), row.getString("name"), row.getString("county"));
            groups.computeIfAbsent(row.getString("likeness"), likeness -> new ArrayList<>())
                    .add(member);
        });
        return groups;
    }

    @Override
    public UnitPage search(UnitQuery query, int page, int size) {
        UnitFilter filter = UnitFilter.of(query);
        int rows = Math.clamp(size, 1, LARGEST_PAGE);
        List<UnitView> found = units.page(filter, rows, (long) Math.max(page, 0) * rows);
        return new UnitPage(found, page <= 0 && found.size() < rows ? found.size() : units.count(filter));
    }

    private static OrganisationView organisation(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new OrganisationView(
                row.getLong("id"),
                row.getString("key"),
                row.getString("name"),
                OrganisationView.Sort.of(row.getString("kind"), row.getString("provider_kind")),
                row.getInt("version"));
    }

    private static AreaPlace area(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new AreaPlace(row.getLong("area"), row.getString("area_name"), organiser(row, number));
    }

    private static OrganiserView organiser(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new OrganiserView(
                row.getLong("id"),
                row.getString("key"),
                row.getString("number"),
                row.getString("name"),
                row.getString("organiser_type"),
                row.getString("municipality"));
    }
}
