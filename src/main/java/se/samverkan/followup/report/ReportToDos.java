package se.samverkan.followup.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;
import se.samverkan.shared.Period;

/** The reports that wait: to be decided on for the organiser, and to be handed in by the unit. */
@Component
class ReportToDos implements ToDoSource {

    private static final int MINUTES = 15;

    private final JdbcClient database;
    private final Rights rights;

    ReportToDos(JdbcClient database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.APPROVE_REPORTS) || rights.allow(Verb.CLOSE_FOLLOW_UP);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? database.sql("select report, unit, kind, term, standing from followup.reports_waiting()")
                        .query((row, n) -> toDo(
                                row.getLong("report"),
                                row.getString("unit"),
                                Period.ofKey(row.getInt("term")),
                                "followup.todo.report." + row.getString("standing")))
                        .list()
                : List.of();
    }

    private static ToDo toDo(long report, String unit, Period term, String key) {
        return new ToDo(
                key,
                List.of(term.toString()),
                unit,
                "/follow-up-reports/" + report,
                Optional.empty(),
                key + ".why",
                List.of(),
                OptionalInt.of(MINUTES));
    }
}
