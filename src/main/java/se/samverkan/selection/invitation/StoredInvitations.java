package se.samverkan.selection.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.selection.invitation.Invitation.Concerned;
import se.samverkan.selection.invitation.Invitation.Odds;
import se.samverkan.selection.invitation.Invitation.Party;
import se.samverkan.selection.invitation.Invitation.State;
import se.samverkan.selection.invitation.Invitation.Told;
import se.samverkan.selection.round.RoundView;

/**
 * Where invitations are kept. Row-level security leaves those to rounds that the actor has a duty in, and those that the
 * actor may answer.
 */
@Repository
public class StoredInvitations {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    StoredInvitations(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /** Every invitation that the actor knows of, the newest first. */
    List<Invitation> all() {
        return where("true order by i.sent_at desc, i.id desc");
    }

    /** Those of a round, by the organiser's name. */
    List<Invitation> ofRound(long round) {
        return where("i.round = " + round + " order by i.organiser_name collate \"sv-x-icu\", i.id");
    }

    Optional<Invitation> find(long id) {
        return where("i.id = " + id).stream().findFirst();
    }

    private List<Invitation> where(String condition) {
        return database.sql("""
                        select i.id, i.round, i.organiser, i.organiser_name, i.owner_organisation, i.owner_name, i.name,
                            i.purpose, i.variant, i.cohort, i.per_organiser, i.greeting, i.last_day, i.sent_at,
                            coalesce(n.name, '') as sender,
                            case when selection.is_frozen(i.round) then 'FROZEN'
                                when i.last_day < access.today() then 'DAY_PASSED' else 'OPEN' end as state,
                            (select count(distinct u.unit) from selection.invited_unit u where u.invitation = i.id) as units,
                            (select count(*) from selection.exclusion_request q
                                where q.invitation = i.id and q.withdrawn_at is null and not exists (
                                    select from selection.exclusion_answer a where a.request = q.id)) as waiting
                        from selection.invitation i
                        left join selection.names_in_invitations() n on n.person = i.sent_by
                        where
                        """ + condition).query((row, n) -> invitation(row)).list();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        int perOrganiser = row.getInt("per_organiser");
        return new Invitation(
                row.getLong("id"),
                row.getLong("round"),
                new Party(row.getLong("organiser"), row.getString("organiser_name")),
                new Party(row.getLong("owner_organisation"), row.getString("owner_name")),
                new Told(
                        row.getString("name"),
                        row.getString("purpose"),
                        row.getString("variant"),
                        row.getString("cohort"),
                        perOrganiser == 0 ? OptionalInt.empty() : OptionalInt.of(perOrganiser)),
                row.getString("greeting"),
                row.getObject("last_day", LocalDate.class),
                row.getString("sender"),
                row.getTimestamp("sent_at").toInstant(),
                row.getInt("units"),
                row.getInt("waiting"),
                State.valueOf(row.getString("state")));
    }

    /** The odds of each school form. */
    List<Odds> odds(long invitation) {
        return database.sql("select form, places, units from selection.invited_form where invitation = ? order by form")
                .param(invitation)
                .query(Odds.class)
                .list();
    }

    /** The organiser's units, by name; one of two school forms stands twice. */
    List<Concerned> units(long invitation) {
        return database.sql("""
                        select form, unit, key, name from selection.invited_unit where invitation = ?
                        order by name collate "sv-x-icu", key, form
                        """).param(invitation).query(Concerned.class).list();
    }

    /** How many organisers are invited, until when, and how many of their proposals wait. */
    public Inviting.Numbers numbers(long round) {
        return database.sql("""
                        select count(*) as organisers, max(i.last_day) as last_day,
                            count(*) filter (where i.last_day >= access.today()) as awaited,
                            (select count(*) from selection.exclusion_request q
                                where q.round = ? and q.withdrawn_at is null and not exists (
                                    select from selection.exclusion_answer a where a.request = q.id)) as waiting
                        from selection.invitation i where i.round = ?
                        """)
                .params(round, round)
                .query(Inviting.Numbers.class)
                .single();
    }

    /** Sends one, with what its units and odds are now. */
    long add(RoundView round, String owner, Invitable.Organiser invited, Inviting.Draft draft, List<Odds> odds) {
        long id = database.sql("""
                        insert into selection.invitation (round, organiser, organiser_name, owner_organisation, owner_name,
                            name, purpose, variant, cohort, per_organiser, greeting, last_day)
                        select r.id, :organiser, :called, r.owner_organisation, :owner, r.name, r.purpose, r.variant,
                            r.cohort, r.per_organiser, :greeting, :until
                        from selection.round r where r.id = :round returning id
                        """)
                .param("organiser", invited.organiser().id())
                .param("called", invited.organiser().name())
                .param("owner", owner)
                .param("greeting", draft.greeting().text())
                .param("until", draft.lastDay())
                .param("round", round.id())
                .query(Long.class)
                .single();
        batches.batchUpdate(
                "insert into selection.invited_form (invitation, form, places, units) values (?, ?, ?, ?)",
                odds.stream()
                        .filter(each -> invited.units().stream()
                                .anyMatch(unit -> unit.form().equals(each.form())))
                        .map(each -> new Object[] {id, each.form(), each.places(), each.units()})
                        .toList());
        batches.batchUpdate(
                "insert into selection.invited_unit (invitation, form, unit, key, name) values (?, ?, ?, ?, ?)",
                invited.units().stream()
                        .map(unit -> new Object[] {id, unit.form(), unit.unit(), unit.key(), unit.name()})
                        .toList());
        return id;
    }

    /** Keeps the basis open until the end of the transaction; false when it is frozen. */
    boolean holdOpen(long invitation) {
        return database.sql("select selection.hold_open(?)")
                .param(invitation)
                .query(Boolean.class)
                .single();
    }
}
