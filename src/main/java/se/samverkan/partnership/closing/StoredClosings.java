package se.samverkan.partnership.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.closing.ArchiveState.Package;
import se.samverkan.partnership.closing.Closed.Waiver;
import se.samverkan.partnership.closing.LivesOn.Look;
import se.samverkan.records.archive.Packed;

/** Closings and what belongs to them in the database, as row-level security lets the actor see them. */
@Component
class StoredClosings {

    private static final String LIVES_ON = """
            select l.id, l.partnership, l.unit, l.what, l.owner, l.look_at, k.lives, k.words, k.made_at,
                (select n.name from access.names_of(array[k.made_by]) n) as looked_by,
                partnership.looks_at(l.id) as may_look
            from partnership.lives_on l left join partnership.looked_at k on k.lives_on = l.id
            where l.removed_at is null
            """;

    private final JdbcClient database;

    StoredClosings(JdbcClient database) {
        this.database = database;
    }

    List<LivesOn> livesOn(long partnership) {
        return database.sql(LIVES_ON + " and l.partnership = ? order by l.look_at, l.id")
                .param(partnership)
                .query((row, n) -> livesOn(row))
                .list();
    }

    Optional<LivesOn> oneThatLivesOn(long id) {
        return database.sql(LIVES_ON + " and l.id = ?")
                .param(id)
                .query((row, n) -> livesOn(row))
                .optional();
    }

    /** What the actor is to look at, of all cases: the day has come and nobody has. */
    List<Waiting> toLookAt(LocalDate today) {
        return database.sql("""
                        select l.id, l.partnership, l.what, l.look_at, o.name as organiser
                        from partnership.lives_on l
                        join partnership.closing c on c.partnership = l.partnership
                        join partnership.partnership p on p.id = l.partnership
                        join organisation.organisation o on o.id = p.organiser
                        where l.removed_at is null and l.look_at <= ? and partnership.looks_at(l.id)
                          and not exists (select from partnership.looked_at k where k.lives_on = l.id)
                        order by l.look_at, l.id
                        """).param(today).query(Waiting.class).list();
    }

    /** Something that waits to be looked at. */
    record Waiting(long id, long partnership, String what, LocalDate lookAt, String organiser) {}

    long plan(long partnership, LivesOn.Draft draft) {
        return database.sql("""
                        insert into partnership.lives_on (partnership, unit, what, owner, look_at) values (?, ?, ?, ?, ?)
                        returning id
                        """)
                .param(partnership)
                .param(draft.unit().orElse(null))
                .param(draft.what())
                .param(draft.owner())
                .param(draft.lookAt())
                .query(Long.class)
                .single();
    }

    /** Takes it away; false where somebody has already. */
    boolean takeAway(long id) {
        return database.sql("""
                        update partnership.lives_on set removed_by = access.person(), removed_at = now()
                        where id = ? and removed_at is null
                        """).param(id).update() == 1;
    }

    void look(long id, boolean lives, String words) {
        database.sql("insert into partnership.looked_at (lives_on, lives, words) values (?, ?, ?)")
                .params(id, lives, words)
                .update();
    }

    Optional<Closed> closed(long partnership) {
        return database.sql("""
                        select c.day, c.learned, c.made_at, (select n.name from access.names_of(array[c.made_by]) n) as by
                        from partnership.closing c where c.partnership = ?
                        """)
                .param(partnership)
                .query((row, n) -> new Closed(
                        row.getObject("day", LocalDate.class),
                        row.getString("learned"),
                        Optional.ofNullable(row.getString("by")).orElse(""),
                        row.getTimestamp("made_at").toInstant(),
                        List.of()))
                .optional()
                .map(bare -> new Closed(bare.day(), bare.learned(), bare.by(), bare.at(), waivers(partnership)));
    }

    private List<Waiver> waivers(long partnership) {
        return database.sql("select condition, reason from partnership.waiver where partnership = ? order by condition")
                .param(partnership)
                .query(Waiver.class)
                .list();
    }

    /**
     * A unit of a case that the register says has become another.
     *
     * @param kind how: merged, split, moved, replaced
     * @param key what stands in the address of what it became
     * @param live whether it still counts as being in the case
     */
    record Became(long unit, String name, String kind, String key, String after, LocalDate day, boolean live) {}

    List<Became> became(long partnership) {
        return database.sql("""
                        select u.id as unit, u.name, s.kind, t.key, t.name as after, s.happened_on as day,
                            n.standing in ('OFFERED', 'ACCEPTED', 'RUNNING', 'PAUSED') as live
                        from partnership.participation n
                        join organisation.unit u on u.id = n.unit
                        join organisation.succession s on s.predecessor = u.id and s.deleted_at is null
                        join organisation.unit t on t.id = s.successor
                        where n.partnership = ? order by u.name collate "sv-SE-x-icu", s.happened_on
                        """).param(partnership).query(Became.class).list();
    }

    void close(long partnership, LocalDate day, String learned, Map<String, String> waivers) {
        database.sql("insert into partnership.closing (partnership, day, learned) values (?, ?, ?)")
                .params(partnership, day, learned)
                .update();
        waivers.forEach((condition, reason) -> database.sql(
                        "insert into partnership.waiver (partnership, condition, reason) values (?, ?, ?)")
                .params(partnership, condition, reason)
                .update());
    }

    /** A change of the case itself, so that whoever saw it before must look again. */
    void touch(long partnership) {
        database.sql("update partnership.partnership set version = version + 1 where id = ?")
                .param(partnership)
                .update();
    }

    void askForArchive(long partnership) {
        database.sql("""
                        insert into partnership.archive (partnership) values (?)
                        on conflict (partnership) do update set asked_by = access.person(), asked_at = now(), tries = 0,
                            refused = '', progress = null
                        where archive.file is null
                        """).param(partnership).update();
    }

    Optional<ArchiveState> archive(long partnership) {
        return database.sql("select * from partnership.archive where partnership = ?")
                .param(partnership)
                .query((row, n) -> new ArchiveState(
                        Optional.ofNullable(row.getObject("progress", UUID.class)),
                        row.getString("refused"),
                        Optional.ofNullable(row.getObject("file", Long.class)).map(file -> made(row, file))))
                .optional();
    }

    private static Package made(ResultSet row, long file) {
        try {
            return new Package(
                    file,
                    row.getInt("files"),
                    row.getString("checksum"),
                    row.getTimestamp("packed_at").toInstant());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void refuseArchive(long partnership, String reason) {
        database.sql("update partnership.archive set refused = ? where partnership = ? and file is null")
                .params(reason, partnership)
                .update();
    }

    void archived(long partnership, long file, Packed packed) {
        database.sql("""
                        update partnership.archive set file = ?, files = ?, checksum = ?, packed_at = now()
                        where partnership = ?
                        """)
                .params(file, packed.files(), packed.checksum(), partnership)
                .update();
    }

    private static LivesOn livesOn(ResultSet row) throws SQLException {
        String words = row.getString("words");
        return new LivesOn(
                row.getLong("id"),
                row.getLong("partnership"),
                Optional.ofNullable(row.getObject("unit", Long.class)),
                row.getString("what"),
                row.getString("owner"),
                row.getObject("look_at", LocalDate.class),
                words == null
                        ? Optional.empty()
                        : Optional.of(new Look(
                                row.getBoolean("lives"),
                                words,
                                Optional.ofNullable(row.getString("looked_by")).orElse(""),
                                row.getTimestamp("made_at").toInstant())),
                row.getBoolean("may_look"));
    }
}
