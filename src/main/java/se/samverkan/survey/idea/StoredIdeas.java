package se.samverkan.survey.idea;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.Bin;
import se.samverkan.shared.page.Codes;
import se.samverkan.survey.idea.IdeaRound.Standing;

/** Idea rounds in the database, as row-level security lets whoever leads them see them. */
@Component
class StoredIdeas {

    private static final String COLUMNS = """
            select r.id, r.partnership, r.organiser, o.name as organiser_name, r.unit, u.name as unit_name, r.question,
                r.votes, r.code, r.standing, r.version, r.made_on
            from survey.idea_round r
            join organisation.unit u on u.id = r.unit join organisation.organisation o on o.id = r.organiser
            """;

    private final JdbcClient database;

    StoredIdeas(JdbcClient database) {
        this.database = database;
    }

    List<IdeaRound> ofPartnership(long partnership) {
        return database.sql(COLUMNS + " where r.partnership = ? order by r.standing = 'CLOSED', r.id desc")
                .param(partnership)
                .query((row, n) -> round(row))
                .list();
    }

    Optional<IdeaRound> find(long id) {
        return database.sql(COLUMNS + " where r.id = ?")
                .param(id)
                .query((row, n) -> round(row))
                .optional();
    }

    private static IdeaRound round(ResultSet row) throws SQLException {
        return new IdeaRound(
                row.getLong("id"),
                row.getLong("partnership"),
                row.getLong("organiser"),
                row.getString("organiser_name"),
                row.getLong("unit"),
                row.getString("unit_name"),
                row.getString("question"),
                row.getInt("votes"),
                row.getString("code"),
                Standing.valueOf(row.getString("standing")),
                row.getInt("version"),
                row.getObject("made_on", LocalDate.class));
    }

    /** The units of a partnership at which the actor leads idea rounds; all of them for who leads meetings in the case. */
    List<Long> units(long partnership) {
        return database.sql("""
                        select n.unit from partnership.participation n where n.partnership = :partnership
                          and (n.unit = any ((select survey.units_for('LEAD_IDEA_ROUNDS'))::bigint[])
                            or n.partnership = any ((select access.partnerships_for('LEAD_IDEA_ROUNDS'))::bigint[]))
                        """)
                .param("partnership", partnership)
                .query(Long.class)
                .list();
    }

    long add(PartnershipView partnership, long unit, String question, int votes) {
        return database.sql("""
                        insert into survey.idea_round (partnership, owner_organisation, organiser, unit, question, votes, code)
                        values (:partnership, :organiser, :organiser, :unit, :question, :votes, :code) returning id
                        """)
                .param("partnership", partnership.id())
                .param("organiser", partnership.organiser())
                .param("unit", unit)
                .param("question", question)
                .param("votes", votes)
                .param("code", Codes.random())
                .query(Long.class)
                .single();
    }

    boolean move(IdeaRound seen, Standing next) {
        return database.sql("select survey.move_round(?, ?, ?)")
                        .params(seen.id(), seen.version(), next.name())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    List<Idea> ideas(long round) {
        return ideas(round, "removed_on is null");
    }

    /** Those that were removed and can be taken back. */
    List<Idea> removed(long round) {
        return ideas(round, "removed_on >= access.today() - " + Bin.KEPT.toDays());
    }

    private List<Idea> ideas(long round, String which) {
        return database.sql("select id, words, of_group from survey.idea where round = ? and " + which + " order by id")
                .param(round)
                .query((row, n) -> new Idea(
                        row.getObject("id", UUID.class),
                        row.getString("words"),
                        Optional.ofNullable(row.getObject("of_group", Long.class))))
                .list();
    }

    /** Its groups, by name; once they have been voted on, those with most votes first. */
    List<IdeaGroup> groups(IdeaRound round) {
        return database.sql("""
                        select g.id, g.name, coalesce(c.votes, v.votes, 0) as votes
                        from survey.idea_group g
                        left join survey.votes(:round) v on v.of_group = g.id
                        left join survey.idea_count c on c.of_group = g.id
                        where g.round = :round
                        order by case when :ranked then -coalesce(c.votes, v.votes, 0) else 0 end,
                            g.name collate "sv-SE-x-icu", g.id
                        """)
                .param("round", round.id())
                .param("ranked", round.standing() == Standing.CLOSED)
                .query(IdeaGroup.class)
                .list();
    }

    int ballots(long round) {
        return database.sql("select survey.ballots(?)")
                .param(round)
                .query(Integer.class)
                .single();
    }

    long addGroup(long round, String name) {
        return database.sql("insert into survey.idea_group (round, name) values (?, ?) returning id")
                .params(round, name)
                .query(Long.class)
                .single();
    }

    /** Whether the group was empty and is put aside. */
    boolean removeGroup(long round, long group) {
        return database.sql("""
                        with gone as (
                            delete from survey.idea_group g where g.id = ? and g.round = ?
                              and not exists (select from survey.idea i where i.of_group = g.id)
                            returning g.round, g.name
                        )
                        insert into survey.removed_group (round, name) select round, name from gone
                        """).params(group, round).update() == 1;
    }

    /** The groups that were removed and can be taken back; nobody has voted for them. */
    List<IdeaGroup> removedGroups(long round) {
        return database.sql("""
                        select id, name, 0 as votes from survey.removed_group
                        where round = ? and removed_on >= access.today() - ? order by id desc
                        """)
                .params(round, (int) Bin.KEPT.toDays())
                .query(IdeaGroup.class)
                .list();
    }

    boolean takeGroupBack(long round, long removed) {
        return database.sql("""
                        with back as (delete from survey.removed_group where id = ? and round = ? returning round, name)
                        insert into survey.idea_group (round, name) select round, name from back
                        """).params(removed, round).update() == 1;
    }

    /** Whether it still was where it was seen. */
    boolean put(UUID idea, long round, Optional<Long> seen, Optional<Long> group) {
        return database.sql("""
                        update survey.idea set of_group = :group
                        where id = :id and round = :round and removed_on is null and of_group is not distinct from :seen::bigint
                        """)
                        .param("group", group.orElse(null), Types.BIGINT)
                        .param("seen", seen.orElse(null), Types.BIGINT)
                        .param("id", idea)
                        .param("round", round)
                        .update()
                == 1;
    }

    boolean remove(UUID idea, long round) {
        return database.sql("""
                        update survey.idea set removed_on = access.today(), of_group = null
                        where id = ? and round = ? and removed_on is null
                        """).params(idea, round).update() == 1;
    }

    boolean takeBack(UUID idea, long round) {
        return database.sql(
                                "update survey.idea set removed_on = null where id = ? and round = ? and removed_on is not null")
                        .params(idea, round)
                        .update()
                == 1;
    }
}
