package se.samverkan.discussion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Actor;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;

/** The comments in the database, as far as the actor sees what they are about. */
@Repository
class StoredComments {

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;

    StoredComments(JdbcClient database, Names names) {
        this.database = database;
        this.names = names;
    }

    private record Row(
            long id,
            String part,
            String words,
            long madeBy,
            Instant madeAt,
            boolean withdrawn,
            @Nullable Long settledBy,
            @Nullable Instant settledAt) {}

    List<CommentView> of(String kind, long about) {
        List<Row> rows = database.sql("""
                select id, part, case when withdrawn_at is null then words else '' end as words, made_by, made_at,
                    withdrawn_at is not null as withdrawn, settled_by, settled_at
                from discussion.comment where kind = ? and about = ? order by made_at, id
                """)
                .params(kind, about)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getString("part"),
                        row.getString("words"),
                        row.getLong("made_by"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getBoolean("withdrawn"),
                        row.getObject("settled_by", Long.class),
                        Optional.ofNullable(row.getTimestamp("settled_at"))
                                .map(java.sql.Timestamp::toInstant)
                                .orElse(null)))
                .list();
        Map<Long, PersonName> called = names.of(rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.madeBy()), Stream.ofNullable(row.settledBy())))
                .distinct()
                .toList());
        return rows.stream().map(row -> view(row, called)).toList();
    }

    Optional<CommentView> find(String kind, long about, long id) {
        return of(kind, about).stream().filter(each -> each.id() == id).findFirst();
    }

    void add(String kind, long about, String part, String words) {
        database.sql("insert into discussion.comment (kind, about, part, words) values (?, ?, ?, ?)")
                .params(kind, about, part, words)
                .update();
    }

    void takeBack(long id) {
        database.sql("update discussion.comment set withdrawn_at = now() where id = ?")
                .param(id)
                .update();
    }

    void settle(long id, boolean settled) {
        database.sql("""
                update discussion.comment set settled_by = case when :settled then access.person() end,
                    settled_at = case when :settled then now() end where id = :id
                """).param("settled", settled).param("id", id).update();
    }

    private static CommentView view(Row row, Map<Long, PersonName> called) {
        return new CommentView(
                row.id(),
                row.part(),
                row.words(),
                called.getOrDefault(row.madeBy(), NOBODY),
                row.madeAt(),
                row.madeBy() == Actor.current().person(),
                row.withdrawn(),
                Optional.ofNullable(row.settledAt())
                        .map(at -> new CommentView.Settled(
                                Optional.ofNullable(row.settledBy())
                                        .map(by -> called.getOrDefault(by, NOBODY))
                                        .orElse(NOBODY),
                                at)));
    }
}
