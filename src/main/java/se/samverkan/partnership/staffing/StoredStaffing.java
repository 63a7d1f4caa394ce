package se.samverkan.partnership.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names.PersonName;
import se.samverkan.access.Role;
import se.samverkan.shared.AskedOnce;
import se.samverkan.shared.Refusal;

/** The roles of partnerships in the database: assignments, read and written through functions that know who may. */
@Component
class StoredStaffing implements CasePeople {

    private final JdbcClient database;

    StoredStaffing(JdbcClient database) {
        this.database = database;
    }

    /** Somebody who can be chosen, with how many live partnerships the person has the role in. */
    record Candidate(long person, String name, int cases) {}

    /** A role in a partnership as it is to be. */
    record Draft(
            Role role, Optional<Long> unit, Optional<StandsFor> standsFor, LocalDate from, Optional<LocalDate> to) {}

    @Override
    @Transactional(readOnly = true)
    public List<PersonInCase> all(long partnership) {
        return AskedOnce.in(StoredStaffing.class, partnership, () -> asked(partnership));
    }

    private List<PersonInCase> asked(long partnership) {
        return database.sql("""
                        select p.*, access.today() as today from partnership.people(?) p
                        order by name collate "sv-SE-x-icu", valid_from, assignment
                        """).param(partnership).query((row, n) -> person(row)).list().stream()
                .sorted(Comparator.comparing(PersonInCase::role))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonInCase> today(long partnership) {
        return all(partnership).stream().filter(PersonInCase::isCurrent).toList();
    }

    private static PersonInCase person(ResultSet row) throws SQLException {
        LocalDate today = row.getObject("today", LocalDate.class);
        LocalDate from = row.getObject("valid_from", LocalDate.class);
        Optional<LocalDate> to = Optional.ofNullable(row.getObject("valid_to", LocalDate.class));
        return new PersonInCase(
                row.getLong("assignment"),
                row.getLong("person"),
                new PersonName(row.getString("name"), row.getString("former_role")),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable(row.getObject("unit", Long.class)),
                Optional.ofNullable(row.getString("stands_for")).map(StandsFor::valueOf),
                row.getBoolean("acting"),
                from,
                to,
                row.getInt("version"),
                row.getBoolean("given_here"),
                PersonInCase.State.on(today, from, to));
    }

    StaffingRights rights(long partnership) {
        return database.sql("select * from partnership.staffing_rights(?)")
                .param(partnership)
                .query((row, n) ->
                        new StaffingRights(row.getBoolean("agency"), row.getBoolean("organiser"), Set.of((Long[])
                                row.getArray("units").getArray())))
                .single();
    }

    List<Candidate> candidates(long partnership, Role role, Optional<Long> unit) {
        return database.sql("select person, name, cases from partnership.staffable(?, ?, ?)")
                .param(partnership)
                .param(role.name())
                .param(orNull(unit))
                .query(Candidate.class)
                .list();
    }

    long give(long partnership, long person, Draft draft) {
        return database.sql("select partnership.staff(:case, :person, :role, :unit, :stands, :from, :to)")
                .param("case", partnership)
                .param("person", person)
                .param("role", draft.role().name())
                .param("unit", orNull(draft.unit()))
                .param("stands", orNull(draft.standsFor().map(StandsFor::name)))
                .param("from", draft.from())
                .param("to", orNull(draft.to()))
                .query(Long.class)
                .single();
    }

    void change(long assignment, int version, Draft draft) {
        int changed = database.sql("select partnership.restaff(:id, :version, :stands, :from, :to)")
                .param("id", assignment)
                .param("version", version)
                .param("stands", orNull(draft.standsFor().map(StandsFor::name)))
                .param("from", draft.from())
                .param("to", orNull(draft.to()))
                .query(Integer.class)
                .single();
        if (changed == 0) {
            throw Refusal.stale();
        }
    }

    boolean isHere(long person, LocalDate day) {
        return database.sql("select access.is_here(?, ?)")
                .params(person, day)
                .query(Boolean.class)
                .single();
    }

    LocalDate today() {
        return database.sql("select access.today()").query(LocalDate.class).single();
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }
}
