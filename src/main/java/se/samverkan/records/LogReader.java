package se.samverkan.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.shared.RecordLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads links of the log and makes lines of them, with the names that people have today. */
@Component
class LogReader implements RecordLog {

    private final JdbcClient database;
    private final ObjectMapper json;
    private final Names names;

    LogReader(JdbcClient database, ObjectMapper json, Names names) {
        this.database = database;
        this.json = json;
        this.names = names;
    }

    /** A link as it lies in the database: its place in its chain, and its line without the name of who did it. */
    record Link(long organisation, long position, Line line) {}

    @Override
    @Transactional(readOnly = true)
    public List<Line> of(String type, String id, int most) {
        return lines(type, id, most, null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> within(Set<Long> organisations, String type, String id, int most) {
        return lines(type, id, most, organisations.toArray(Long[]::new));
    }

    private List<Line> lines(String type, String id, int most, Long @Nullable [] within) {
        List<Link> links = database.sql("select * from records.log_of(:type, :id, :most, :within::bigint[])")
                .param("type", type)
                .param("id", id)
                .param("most", most)
                .param("within", within)
                .query(this::link)
                .list();
        return named(links).stream().map(Link::line).toList();
    }

    Link link(ResultSet row, int number) throws SQLException {
        String subject = "";
        String onBehalfOf = null;
        List<Change> changes = new ArrayList<>();
        for (JsonNode value : json.readTree(row.getString("values"))) {
            Change change = change(value);
            switch (change.field()) {
                case "subject" -> subject = change.after() == null ? "" : change.after();
                case "on-behalf-of" -> onBehalfOf = change.after();
                default -> changes.add(change);
            }
        }
        Line line = new Line(
                row.getTimestamp("at").toInstant(),
                new Who(row.getLong("person"), "", null),
                row.getString("what"),
                new Subject(row.getString("subject_type"), row.getString("subject_id"), subject),
                onBehalfOf,
                changes);
        return new Link(row.getLong("organisation"), row.getLong("position"), line);
    }

    private static Change change(JsonNode value) {
        return new Change(
                value.path("field").asString(),
                text(value.path("before")),
                text(value.path("after")),
                value.path("erased").asBoolean());
    }

    private static @Nullable String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : value.asString();
    }

    List<Link> named(List<Link> links) {
        Map<Long, PersonName> known =
                names.of(links.stream().map(link -> link.line().who().person()).collect(Collectors.toSet()));
        return links.stream().map(link -> named(link, known)).toList();
    }

    private static Link named(Link link, Map<Long, PersonName> known) {
        Line line = link.line();
        long person = line.who().person();
        PersonName name = known.getOrDefault(person, new PersonName(Long.toString(person), null));
        Who who = new Who(person, name.name(), name.formerRole());
        Instant at = line.at();
        return new Link(
                link.organisation(),
                link.position(),
                new Line(at, who, line.what(), line.subject(), line.onBehalfOf(), line.changes()));
    }
}
