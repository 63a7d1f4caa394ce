package se.samverkan.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads units as others see them: one question for the units, one for all their forms, however many they are; always in
 * the same order, by name as a Swede sorts and then by key.
 */
class UnitReader {

    private static final String IN_ORDER = " order by u.name collate \"sv-SE-x-icu\", u.key";

    private final JdbcClient database;

    UnitReader(JdbcClient database) {
        this.database = database;
    }

    List<UnitView> where(String condition, Map<String, ?> values) {
        return read("select * from organisation.unit_seen u where " + condition + IN_ORDER, values);
    }

    List<UnitView> page(UnitFilter filter, int rows, long offset) {
        Map<String, Object> values = new HashMap<>(filter.values());
        values.put("rows", rows);
        values.put("offset", offset);
        return read(
                "select * from organisation.unit_seen u where " + filter.where() + IN_ORDER
                        + " limit :rows offset :offset",
                values);
    }

    long count(UnitFilter filter) {
        return database.sql("select count(*) from organisation.unit_seen u where " + filter.where())
                .params(filter.values())
                .query(Long.class)
                .single();
    }

    private List<UnitView> read(String sql, Map<String, ?> values) {
        Map<Long, List<UnitView.FormView>> forms = new HashMap<>();
        Map<Long, OrganiserView> organisers = new HashMap<>();
        Map<String, MunicipalityView> municipalities = new HashMap<>();
        List<UnitView> units = database.sql(sql)
                .params(values)
                .query((row, n) -> unit(row, forms, organisers, municipalities))
                .list();
        fill(forms);
        return units;
    }

    private void fill(Map<Long, List<UnitView.FormView>> forms) {
        if (forms.isEmpty()) {
            return;
        }
        database.sql("""
                        select unit, form, array_to_string(grades, ',') as grades
                        from organisation.unit_form_seen where unit = any (?) order by unit, position
                        """).param(forms.keySet().toArray(Long[]::new)).query(row -> {
            String grades = row.getString("grades");
            forms.getOrDefault(row.getLong("unit"), new ArrayList<>())
                    .add(new UnitView.FormView(
                            row.getString("form"), grades.isEmpty() ? List.of() : List.of(grades.split(","))));
        });
    }

    private static UnitView unit(
            ResultSet row,
            Map<Long, List<UnitView.FormView>> forms,
            Map<Long, OrganiserView> organisers,
            Map<String, MunicipalityView> municipalities)
            throws SQLException {
        long id = row.getLong("id");
        OrganiserView organiser = organiser(row);
        MunicipalityView municipality = new MunicipalityView(
                row.getString("municipality_code"), row.getString("municipality_name"), row.getString("county_name"));
        return new UnitView(
                id,
                row.getString("key"),
                row.getString("code"),
                row.getString("kind"),
                row.getString("name"),
                organisers.computeIfAbsent(organiser.id(), known -> organiser),
                municipalities.computeIfAbsent(municipality.code(), known -> municipality),
                forms.computeIfAbsent(id, none -> new ArrayList<>()),
                row.getString("status"),
                row.getObject("opened", java.time.LocalDate.class),
                row.getObject("closed", java.time.LocalDate.class),
                row.getBoolean("special_support"),
                row.getBoolean("international"),
                row.getString("source"));
    }

    private static OrganiserView organiser(ResultSet row) throws SQLException {
        return new OrganiserView(
                row.getLong("organiser_id"),
                row.getString("organiser_key"),
                row.getString("organiser_number"),
                row.getString("organiser_name"),
                row.getString("organiser_type"),
                row.getString("organiser_municipality"));
    }
}
