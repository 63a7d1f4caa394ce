package se.samverkan.intervention.occasion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.intervention.commission.Deed.Side;

/** The versions of plans in the database, each with what it says of its occasions, as row-level security lets the actor see them. */
@Repository
class StoredSubPlans {

    static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;

    StoredSubPlans(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    private record Line(long version, Occasion occasion) {}

    private record Bare(PlanVersion version, long by) {}

    /** All versions that the actor reads, the newest first, each with its occasions. */
    List<PlanVersion> versions(long commission) {
        List<Bare> bare = database.sql("select * from intervention.plan_version where commission = ? order by id desc")
                .param(commission)
                .query((row, n) -> new Bare(version(row), row.getLong("made_by")))
                .list();
        List<Line> lines = database.sql("""
                        select l.*, o.commission, o.partnership, o.standing from intervention.occasion_line l
                        join intervention.occasion o on o.id = l.occasion
                        where o.commission = ? order by l.starts_at, l.occasion
                        """)
                .param(commission)
                .query((row, n) -> new Line(row.getLong("plan_version"), StoredOccasions.occasion(row)))
                .list();
        Map<Long, PersonName> called = names.of(Stream.concat(
                        bare.stream().map(Bare::by),
                        lines.stream().flatMap(each -> each.occasion().text().leader().stream()))
                .distinct()
                .toList());
        Map<Long, List<Occasion>> byVersion = lines.stream()
                .collect(Collectors.groupingBy(
                        Line::version,
                        Collectors.mapping(each -> StoredOccasions.led(each.occasion(), called), Collectors.toList())));
        return bare.stream()
                .map(each -> named(each, called)
                        .with(byVersion.getOrDefault(each.version().id(), List.of())))
                .toList();
    }

    private static PlanVersion version(ResultSet row) throws SQLException {
        Timestamp settled = row.getTimestamp("settled_at");
        return new PlanVersion(
                row.getLong("id"),
                row.getInt("number"),
                Side.valueOf(row.getString("side")),
                PlanVersion.Standing.valueOf(row.getString("standing")),
                row.getString("words"),
                row.getString("answer"),
                NOBODY,
                Optional.ofNullable(settled).map(Timestamp::toInstant),
                List.of());
    }

    private static PlanVersion named(Bare bare, Map<Long, PersonName> called) {
        PlanVersion version = bare.version();
        return new PlanVersion(
                version.id(),
                version.number(),
                version.side(),
                version.standing(),
                version.words(),
                version.answer(),
                Objects.requireNonNullElse(called.get(bare.by()), NOBODY),
                version.settled(),
                List.of());
    }

    /** What waits for the actor's side: the other one has proposed something. */
    record Waiting(long commission, String title, String provider) {}

    List<Waiting> waiting() {
        return database.sql("""
                        select c.id as commission, c.title, o.name as provider from intervention.plan_version v
                        join intervention.commission c on c.id = v.commission
                        join organisation.organisation o on o.id = c.provider
                        where v.standing = 'PROPOSED' and c.standing = 'ACCEPTED'
                          and (v.side = 'CLIENT' and c.id = any ((select intervention.asked())::bigint[])
                            or v.side = 'PROVIDER' and c.id = any ((select intervention.given())::bigint[]))
                        order by v.id limit 50
                        """).query(Waiting.class).list();
    }

    long begin(long commission, Side side) {
        return database.sql("insert into intervention.plan_version (commission, side) values (?, ?) returning id")
                .params(commission, side.name())
                .query(Long.class)
                .single();
    }

    void beginWith(long draft, long from) {
        database.sql("select intervention.begin_with(?, ?)").params(draft, from).query(row -> {});
    }

    void throwAway(long draft) {
        database.sql("delete from intervention.plan_version where id = ?")
                .param(draft)
                .update();
    }

    /** Says that a version is proposed. */
    void propose(long draft, String words) {
        database.sql("update intervention.plan_version set standing = 'PROPOSED', words = ? where id = ?")
                .params(words, draft)
                .update();
    }

    /** @return whether it stood open until now */
    boolean settle(long version, PlanVersion.Standing standing, String answer) {
        return database.sql("""
                        update intervention.plan_version set standing = ?, answer = ?, settled_by = access.person(),
                            settled_at = now()
                        where id = ? and standing = 'PROPOSED'
                        """).params(standing.name(), answer, version).update() == 1;
    }

    boolean agree(long version, String answer) {
        return database.sql("select intervention.agree_to(?, ?)")
                .params(version, answer)
                .query(Boolean.class)
                .single();
    }

    long occasion(long commission, Optional<Long> partnership) {
        return database.sql("""
                        insert into intervention.occasion (commission, partnership) values (:commission, :partnership)
                        returning id
                        """)
                .param("commission", commission)
                .param("partnership", partnership.orElse(null))
                .query(Long.class)
                .single();
    }

    void add(long draft, long occasion, OccasionText text) {
        written(database.sql("""
                        insert into intervention.occasion_line (plan_version, occasion, title, starts_at, minutes, place, remote,
                            content, participants, preparation, between_work, leader, leader_words)
                        values (:draft, :occasion, :title, :starts, :minutes, :place, :remote, :content, :participants,
                            :preparation, :between, :leader, :leaderWords)
                        """), draft, occasion, text).update();
    }

    /** @return whether it was as the change saw it */
    boolean change(long draft, long occasion, int version, OccasionText text) {
        return written(database.sql("""
                        update intervention.occasion_line set title = :title, starts_at = :starts, minutes = :minutes, place = :place,
                            remote = :remote, content = :content, participants = :participants, preparation = :preparation,
                            between_work = :between, leader = :leader, leader_words = :leaderWords, version = version + 1
                        where plan_version = :draft and occasion = :occasion and version = :version
                        """).param("version", version), draft, occasion, text)
                        .update()
                == 1;
    }

    private static StatementSpec written(StatementSpec statement, long draft, long occasion, OccasionText text) {
        return statement
                .param("draft", draft)
                .param("occasion", occasion)
                .param("title", text.title())
                .param("starts", Timestamp.from(text.starts()))
                .param("minutes", text.minutes())
                .param("place", text.place())
                .param("remote", text.remote())
                .param("content", text.content())
                .param("participants", text.participants())
                .param("preparation", text.preparation())
                .param("between", text.betweenWork())
                .param("leader", text.leader().orElse(null))
                .param("leaderWords", text.leaderWords());
    }

    void remove(long draft, long occasion) {
        database.sql("delete from intervention.occasion_line where plan_version = ? and occasion = ?")
                .params(draft, occasion)
                .update();
    }
}
