package se.samverkan.selection.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Actor;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.shared.Period;

/** Where rounds are kept. Row-level security leaves only those that the actor has a duty in. */
@Repository
public class Rounds {

    private final JdbcClient database;

    Rounds(JdbcClient database) {
        this.database = database;
    }

    /** The actor's rounds, the newest first. */
    public List<RoundView> all() {
        return where("true");
    }

    /** A round by its id, where the actor may see it. */
    public Optional<RoundView> find(long id) {
        return where("r.id = " + id).stream().findFirst();
    }

    private List<RoundView> where(String condition) {
        return database.sql("""
                        select r.id, r.version, r.owner_organisation, r.name, r.purpose, r.variant, r.cohort, r.last_year,
                            r.per_organiser, r.opened_at,
                            (select c.closed_at from selection.closing c where c.round = r.id) as closed_at,
                            array(select f.form || ' ' || f.places from selection.round_form f
                                where f.round = r.id order by f.form) as forms,
                            array(select p.duty from selection.participant p
                                where p.round = r.id and p.person = ? and p.left_at is null) as duties
                        from selection.round r where
                        """ + condition + " order by r.opened_at desc, r.id desc")
                .param(Actor.current().person())
                .query((row, n) -> round(row))
                .list();
    }

    private static RoundView round(ResultSet row) throws SQLException {
        int perOrganiser = row.getInt("per_organiser");
        return new RoundView(
                row.getLong("id"),
                row.getInt("version"),
                row.getLong("owner_organisation"),
                row.getString("name"),
                row.getString("purpose"),
                row.getString("variant"),
                row.getString("cohort"),
                Period.ofKey(row.getInt("last_year")),
                perOrganiser == 0 ? OptionalInt.empty() : OptionalInt.of(perOrganiser),
                texts(row, "forms").map(Rounds::form).toList(),
                row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(java.sql.Timestamp::toInstant),
                texts(row, "duties").map(Duty::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }

    private static FormPlaces form(String text) {
        String[] parts = text.split(" ");
        return new FormPlaces(parts[0], Integer.parseInt(parts[1]));
    }

    long open(long owner, RoundDraft draft) {
        long id = database.sql("select selection.open_round(:owner, :name, :purpose, :variant, :cohort, :until, :most)")
                .param("owner", owner)
                .param("name", draft.name())
                .param("purpose", draft.purpose().text())
                .param("variant", draft.variant())
                .param("cohort", draft.cohort())
                .param("until", draft.lastYear().key())
                .param("most", draft.perOrganiser())
                .query(Long.class)
                .single();
        writeForms(id, draft.forms());
        return id;
    }

    /** Writes what has changed since a version; false when there is a newer one. */
    boolean change(long id, int seen, RoundDraft draft) {
        int changed = database.sql("""
                        update selection.round set name = :name, purpose = :purpose, variant = :variant,
                            cohort = :cohort, last_year = :until, per_organiser = :most, version = version + 1
                        where id = :id and version = :seen
                        """)
                .param("name", draft.name())
                .param("purpose", draft.purpose().text())
                .param("variant", draft.variant())
                .param("cohort", draft.cohort())
                .param("until", draft.lastYear().key())
                .param("most", draft.perOrganiser())
                .param("id", id)
                .param("seen", seen)
                .update();
        if (changed == 1) {
            writeForms(id, draft.forms());
        }
        return changed == 1;
    }

    private void writeForms(long round, List<FormPlaces> forms) {
        database.sql("delete from selection.round_form where round = ?")
                .param(round)
                .update();
        for (FormPlaces form : forms) {
            database.sql("insert into selection.round_form (round, form, places) values (?, ?, ?)")
                    .params(round, form.form(), form.places())
                    .update();
        }
    }
}
