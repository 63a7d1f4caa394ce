package se.samverkan.meeting.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.meeting.minutes.Paragraph.Changed;
import se.samverkan.meeting.minutes.Paragraph.Earlier;
import se.samverkan.meeting.minutes.Paragraph.Kind;
import se.samverkan.meeting.minutes.Paragraph.Scope;
import se.samverkan.records.mark.MarkView;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.Refusal;

/** The paragraphs of meetings in the database, as row-level security lets the actor see them, and what was decided about them. */
@Repository
class StoredMinutes {

    private static final String READ = """
            select p.*, coalesce(w.words, '') as words
            from meeting.paragraph p left join meeting.paragraph_words w on w.paragraph = p.id
            """;

    private static final PersonName NOBODY = new PersonName("", null);

    private final JdbcClient database;
    private final Names names;
    private final Marks marks;

    StoredMinutes(JdbcClient database, Names names, Marks marks) {
        this.database = database;
        this.names = names;
        this.marks = marks;
    }

    /** What the actor may do in a meeting, beside reading it. */
    record Part(boolean leads, boolean plans, boolean writes) {}

    /** Something that was decided about a meeting. */
    record Turn(String kind, String reason, long person, PersonName by, Instant at) {}

    private record Row(
            Paragraph paragraph,
            @Nullable Long changedBy,
            @Nullable Timestamp changedAt) {}

    Part part(long meeting) {
        return database.sql("""
                        select ? = any (meeting.led()) as leads, ? = any (meeting.planned()) as plans,
                            ? = any (meeting.written()) as writes
                        """)
                .params(meeting, meeting, meeting)
                .query(Part.class)
                .single();
    }

    /** Every paragraph that the actor sees, the oldest first; removed ones too. */
    List<Paragraph> ofMeeting(long meeting) {
        return read(database.sql(READ + "where p.meeting = ? order by p.made_at, p.id")
                .param(meeting));
    }

    Optional<Paragraph> find(long meeting, long id) {
        return read(database.sql(READ + "where p.meeting = ? and p.id = ?").params(meeting, id)).stream()
                .findFirst();
    }

    /** What tells that something has been written, changed or removed since: differs whenever the paragraphs do. */
    String state(long meeting) {
        return database.sql("""
                        select count(*) || '.' || coalesce(sum(version), 0) || '.' || count(removed_at) || '.'
                            || count(*) filter (where scope = 'SHARED') || '.' || coalesce(max(id), 0)
                        from meeting.paragraph where meeting = ?
                        """).param(meeting).query(String.class).single();
    }

    private List<Paragraph> read(StatementSpec query) {
        List<Row> rows = query.query((row, n) -> row(row)).list();
        Map<Long, PersonName> called = names.of(rows.stream()
                .flatMap(each ->
                        Stream.concat(Stream.of(each.paragraph().writer()), Stream.ofNullable(each.changedBy())))
                .distinct()
                .toList());
        Map<Long, MarkView> marked = marks.of(
                Paragraph.KIND, rows.stream().map(each -> each.paragraph().id()).toList());
        return rows.stream().map(each -> named(each, called, marked)).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Paragraph(
                        row.getLong("id"),
                        row.getLong("meeting"),
                        Optional.ofNullable(row.getObject("agenda_item", Long.class)),
                        Scope.valueOf(row.getString("scope")),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("words"),
                        row.getLong("made_by"),
                        NOBODY,
                        row.getTimestamp("made_at").toInstant(),
                        Optional.empty(),
                        row.getInt("version"),
                        Optional.ofNullable(row.getTimestamp("removed_at")).map(Timestamp::toInstant),
                        Optional.empty()),
                row.getObject("changed_by", Long.class),
                row.getTimestamp("changed_at"));
    }

    private static Paragraph named(Row row, Map<Long, PersonName> called, Map<Long, MarkView> marked) {
        Paragraph bare = row.paragraph();
        Optional<Changed> changed = row.changedBy() == null || row.changedAt() == null
                ? Optional.empty()
                : Optional.of(new Changed(
                        called.getOrDefault(row.changedBy(), NOBODY),
                        row.changedAt().toInstant()));
        return new Paragraph(
                bare.id(),
                bare.meeting(),
                bare.item(),
                bare.scope(),
                bare.kind(),
                bare.words(),
                bare.writer(),
                called.getOrDefault(bare.writer(), NOBODY),
                bare.at(),
                changed,
                bare.version(),
                bare.removed(),
                Optional.ofNullable(marked.get(bare.id())));
    }

    long add(long meeting, Optional<Long> item, Scope scope, Kind kind, String words) {
        long id = database.sql("""
                        insert into meeting.paragraph (meeting, agenda_item, scope, kind)
                        values (:meeting, (select id from meeting.agenda_item where id = :item and meeting = :meeting),
                            :scope, :kind)
                        returning id
                        """)
                .param("meeting", meeting)
                .param("item", item.orElse(null))
                .param("scope", scope.name())
                .param("kind", kind.name())
                .query(Long.class)
                .single();
        database.sql("insert into meeting.paragraph_words (paragraph, words) values (?, ?)")
                .params(id, words)
                .update();
        return id;
    }

    /** Changes what it says, and keeps what it said; refuses when somebody has changed it since the version that was seen. */
    void change(Paragraph before, int version, Kind kind, String words) {
        int rows = database.sql("""
                        update meeting.paragraph set kind = ?, version = version + 1, changed_by = access.person(),
                            changed_at = now()
                        where id = ? and version = ? and removed_at is null
                        """).params(kind.name(), before.id(), version).update();
        if (rows == 0) {
            throw Refusal.stale();
        }
        database.sql("update meeting.paragraph_words set words = ? where paragraph = ?")
                .params(words, before.id())
                .update();
        keep(before.id(), before.version(), before.words(), false);
    }

    /** Keeps what a paragraph said, or what somebody wrote in it that another was quicker than. */
    void keep(long paragraph, int version, String words, boolean lost) {
        database.sql("insert into meeting.paragraph_text (paragraph, version, words, lost) values (?, ?, ?, ?)")
                .params(paragraph, version, words, lost)
                .update();
    }

    List<Earlier> earlier(long paragraph) {
        record Said(String words, boolean lost, long by, Instant at) {}
        List<Said> said = database.sql("""
                        select words, lost, made_by, made_at from meeting.paragraph_text
                        where paragraph = ? order by made_at desc, id desc
                        """)
                .param(paragraph)
                .query((row, n) -> new Said(
                        row.getString("words"),
                        row.getBoolean("lost"),
                        row.getLong("made_by"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
        Map<Long, PersonName> called =
                names.of(said.stream().map(Said::by).distinct().toList());
        return said.stream()
                .map(each -> new Earlier(each.words(), each.lost(), called.getOrDefault(each.by(), NOBODY), each.at()))
                .toList();
    }

    void remove(long paragraph, boolean removed) {
        database.sql("""
                        update meeting.paragraph set version = version + 1,
                            removed_by = case when :removed then access.person() end,
                            removed_at = case when :removed then now() end
                        where id = :id
                        """).param("removed", removed).param("id", paragraph).update();
    }

    /** @return how many drafts became everybody's */
    int share(long meeting) {
        return database.sql("""
                        update meeting.paragraph set scope = 'SHARED', version = version + 1
                        where meeting = ? and scope = 'DRAFT' and removed_at is null
                        """).param(meeting).update();
    }

    void stand(long meeting, int version, String standing) {
        int rows = database.sql(
                        "update meeting.meeting set standing = ?, version = version + 1 where id = ? and version = ?")
                .params(standing, meeting, version)
                .update();
        if (rows == 0) {
            throw Refusal.stale();
        }
    }

    void turn(long meeting, String kind, String reason) {
        database.sql("insert into meeting.turn (meeting, kind, reason) values (?, ?, ?)")
                .params(meeting, kind, reason)
                .update();
    }

    /** What was decided about a meeting, the newest first. */
    List<Turn> turns(long meeting) {
        record Row(String kind, String reason, long person, Instant at) {}
        List<Row> rows = database.sql("""
                        select kind, reason, made_by, made_at from meeting.turn where meeting = ? order by id desc
                        """)
                .param(meeting)
                .query((row, n) -> new Row(
                        row.getString("kind"),
                        row.getString("reason"),
                        row.getLong("made_by"),
                        row.getTimestamp("made_at").toInstant()))
                .list();
        Map<Long, PersonName> called =
                names.of(rows.stream().map(Row::person).distinct().toList());
        return rows.stream()
                .map(each -> new Turn(
                        each.kind(),
                        each.reason(),
                        each.person(),
                        called.getOrDefault(each.person(), NOBODY),
                        each.at()))
                .toList();
    }

    boolean mayReopen(long meeting) {
        return database.sql("select meeting.may_reopen(?)")
                .param(meeting)
                .query(Boolean.class)
                .single();
    }
}
