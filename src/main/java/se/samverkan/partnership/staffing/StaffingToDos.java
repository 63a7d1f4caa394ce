package se.samverkan.partnership.staffing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.partnership.staffing.Needs.Line;

/** What waits in the staffing of partnerships: places that the actor is the one to fill, one line for each partnership. */
@Component
class StaffingToDos implements ToDoSource {

    private static final int MINUTES = 10;

    private final JdbcClient database;
    private final Needs needs;
    private final Directory directory;
    private final Rights rights;

    StaffingToDos(JdbcClient database, Needs needs, Directory directory, Rights rights) {
        this.database = database;
        this.needs = needs;
        this.directory = directory;
        this.rights = rights;
    }

    private record Edition(String variant, int version) {}

    private record Row(long partnership, long organiser, int places) {}

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.RUN_PARTNERSHIP)
                || rights.allow(Verb.COORDINATE_PARTNERSHIP)
                || rights.allow(Verb.STAFF_UNIT);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        if (!concernsActor()) {
            return List.of();
        }
        List<Row> lacking = lacking();
        Map<Long, OrganiserView> organisers =
                directory.organisersByIds(lacking.stream().map(Row::organiser).collect(Collectors.toSet()));
        return lacking.stream()
                .map(row -> new ToDo(
                        "partnership.staffing.todo",
                        List.of(row.places()),
                        Optional.ofNullable(organisers.get(row.organiser()))
                                .map(OrganiserView::name)
                                .orElse(""),
                        "/partnerships/" + row.partnership() + "/people",
                        Optional.empty(),
                        "partnership.staffing.todo.why." + why(),
                        List.of(),
                        OptionalInt.of(MINUTES)))
                .toList();
    }

    private String why() {
        if (rights.allow(Verb.RUN_PARTNERSHIP)) {
            return "RUN_PARTNERSHIP";
        }
        return rights.allow(Verb.COORDINATE_PARTNERSHIP) ? "COORDINATE_PARTNERSHIP" : "STAFF_UNIT";
    }

    private List<Row> lacking() {
        List<Line> lines = database.sql("""
                        select distinct variant, variant_version as version from partnership.partnership
                        where standing in ('ACCEPTED', 'RUNNING')
                        """).query(Edition.class).list().stream()
                .flatMap(each -> needs.lines(each.variant(), each.version()).stream())
                .toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        select partnership, organiser, count(*)::int as places
                        from partnership.lacking(:variants, :versions, :roles, :levels, :minimums)
                        group by partnership, organiser order by partnership
                        """)
                .param("variants", each(lines, Line::variant, String[]::new))
                .param("versions", each(lines, Line::version, Integer[]::new))
                .param("roles", each(lines, Line::role, String[]::new))
                .param("levels", each(lines, Line::level, String[]::new))
                .param("minimums", each(lines, Line::least, Integer[]::new))
                .query(Row.class)
                .list();
    }

    private static <T> T[] each(List<Line> lines, Function<Line, T> column, IntFunction<T[]> array) {
        return lines.stream().map(column).toArray(array);
    }
}
