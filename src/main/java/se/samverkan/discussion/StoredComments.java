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
                select c.id, c.part, case when c.withdrawn_at is null then coalesce(w.words, '') else '' end as words,
                    c.made_by, c.made_at, c.withdrawn_at is not null as withdrawn, c.settled_by, c.settled_at
                from discussion.comment c left join discussion.comment_words w on w.comment = c.id
                where c.kind = ? and c.about = ? order by c.made_at, c.id
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
        long comment = database.sql("insert into discussion.comment (kind, about, part) values (?, ?, ?) returning id")
                .params(kind, about, part)
                .query(Long.class)
                .single();
        database.sql("insert into discussion.comment_words values (?, ?)")
                .params(comment, words)
                .update();
    }

    /** What record somebody's own comment is about. */
    record Place(String kind, long about) {}

    /** Where a comment of the actor's stands. */
    Optional<Place> ownPlace(long comment) {
        return database.sql("""
                select kind, about from discussion.comment
                where id = ? and made_by = access.person() and withdrawn_at is null
                """).param(comment).query(Place.class).optional();
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
                                at)),
                Optional.empty());
    }
}
