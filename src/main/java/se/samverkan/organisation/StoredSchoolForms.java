package se.samverkan.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** School forms as the database has them. Read anew each time: a handful of rows that a migration may change. */
@Component
class StoredSchoolForms implements SchoolForms {

    private static final String ON_A_DAY = """
            select f.code, f.name_sv, f.name_en,
                coalesce((select string_agg(g.grade, ',' order by g.position) from organisation.grade g
                          where g.form = f.code and g.valid_from <= :day
                            and coalesce(g.valid_to, 'infinity') > :day), '') as grades,
                coalesce((select g.grade from organisation.grade g
                          where g.form = f.code and g.last and g.valid_from <= :day
                            and coalesce(g.valid_to, 'infinity') > :day), '') as last_grade
            from organisation.school_form f
            where f.valid_from <= :day and coalesce(f.valid_to, 'infinity') > :day
            """;

    private final JdbcClient database;
    private final Clock clock;

    StoredSchoolForms(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<SchoolForm> on(LocalDate day) {
        return database.sql(ON_A_DAY + "order by f.position, f.code")
                .param("day", day)
                .query(StoredSchoolForms::form)
                .list();
    }

    @Override
    public List<SchoolForm> today() {
        return on(LocalDate.now(clock.withZone(ZoneId.of("Europe/Stockholm"))));
    }

    @Override
    public Optional<SchoolForm> on(LocalDate day, String code) {
        return database.sql(ON_A_DAY + "and f.code = :code")
                .param("day", day)
                .param("code", code)
                .query(StoredSchoolForms::form)
                .optional();
    }

    @Override
    public Optional<SchoolForm> ofRegisterCode(LocalDate day, String registerCode) {
        return database.sql(ON_A_DAY + "and f.register_code = :code")
                .param("day", day)
                .param("code", registerCode)
                .query(StoredSchoolForms::form)
                .optional();
    }

    private static SchoolForm form(ResultSet row, int number) throws SQLException {
        String grades = row.getString("grades");
        return new SchoolForm(
                row.getString("code"),
                row.getString("name_sv"),
                row.getString("name_en"),
                grades.isEmpty() ? List.of() : List.of(grades.split(",")),
                row.getString("last_grade"));
    }
}
