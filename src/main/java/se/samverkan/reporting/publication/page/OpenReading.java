package se.samverkan.reporting.publication.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.reporting.publication.LessonText;
import se.samverkan.reporting.publication.ResultText;
import se.samverkan.shared.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** What the public reads: news, lessons and results that have been released. Asked as nobody, so that row-level security leaves out the rest. */
@Repository
class OpenReading {

    private static final int MOST_NEWS = 100;
    private static final String RELEASED_AT = """
            (select max(s.made_at) from reporting.publication_step s where s.publication = p.id and s.kind = 'RELEASED')
            """;
    private static final String NEWS = """
            select p.id, o.name as owner, coalesce(u.name || ', ' || o.name, o.name) as sender, o.key,
                p.organiser is not null as of_organiser, p.title, p.words, p.content,
            """ + RELEASED_AT + """
             as at
            from reporting.publication p
            join organisation.organisation o on o.id = p.owner_organisation
            left join organisation.unit u on u.id = p.unit
            where p.standing = 'RELEASED' and p.kind = ?
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    OpenReading(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public List<NewsItem> news() {
        return news(" order by at desc, p.id desc limit " + MOST_NEWS);
    }

    @Transactional(readOnly = true)
    public List<NewsItem> newsOf(String sender) {
        return news(" and o.key = ? order by at desc, p.id desc limit " + MOST_NEWS, sender);
    }

    @Transactional(readOnly = true)
    public NewsItem news(long id) {
        return news(" and p.id = ?", id).stream().findFirst().orElseThrow(Refusal::notSeen);
    }

    private List<NewsItem> news(String which, Object... values) {
        return database.sql(NEWS + which)
                .param("NEWS")
                .params(values)
                .query((row, n) -> new NewsItem(
                        row.getLong("id"),
                        row.getString("sender"),
                        row.getString("key"),
                        row.getBoolean("of_organiser"),
                        row.getString("title"),
                        row.getString("words"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    @Transactional(readOnly = true)
    public List<LearnedItem> lessons() {
        return lessons(" order by at desc, p.id desc limit " + MOST_NEWS);
    }

    @Transactional(readOnly = true)
    public List<LearnedItem> lessonsOf(String teller) {
        return lessons(" and o.key = ? order by at desc, p.id desc limit " + MOST_NEWS, teller);
    }

    @Transactional(readOnly = true)
    public LearnedItem lesson(long id) {
        return lessons(" and p.id = ?", id).stream().findFirst().orElseThrow(Refusal::notSeen);
    }

    private List<LearnedItem> lessons(String which, Object... values) {
        return database.sql(NEWS + which)
                .param("LESSON")
                .params(values)
                .query((row, n) -> new LearnedItem(
                        row.getLong("id"),
                        row.getString("sender"),
                        row.getString("title"),
                        json.readValue(row.getString("content"), LessonText.class),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    @Transactional(readOnly = true)
    public List<ResultItem> results() {
        return results(" order by at desc, p.id desc limit " + MOST_NEWS);
    }

    @Transactional(readOnly = true)
    public ResultItem result(long id) {
        return results(" and p.id = ?", id).stream().findFirst().orElseThrow(Refusal::notSeen);
    }

    private List<ResultItem> results(String which, Object... values) {
        return database.sql(NEWS + which)
                .param("RESULT")
                .params(values)
                .query((row, n) -> new ResultItem(
                        row.getLong("id"),
                        row.getString("owner"),
                        row.getString("title"),
                        json.readValue(row.getString("content"), ResultText.class),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** The day on which something that was public was withdrawn; empty for what never was. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> withdrawnOn(long id, String kind) {
        return Optional.ofNullable(database.sql("select reporting.withdrawn_on(?, ?) as day")
                .params(id, kind)
                .query((row, n) -> new Day(row.getObject("day", LocalDate.class)))
                .single()
                .day());
    }

    private record Day(@org.jspecify.annotations.Nullable LocalDate day) {}
}
