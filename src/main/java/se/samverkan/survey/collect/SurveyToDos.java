package se.samverkan.survey.collect;

import java.time.LocalDate;
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

/** The actor's own surveys that are not opened yet, or that end within a week: there is still time to ask for more answers. */
@Component
class SurveyToDos implements ToDoSource {

    private final JdbcClient database;
    private final Rights rights;

    SurveyToDos(JdbcClient database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    private record Waiting(long id, String title, String unit, boolean open, LocalDate lastDay) {}

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.RUN_SURVEYS);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return !concernsActor()
                ? List.of()
                : database.sql("""
                        select s.id, s.title, u.name as unit, s.standing = 'OPEN' as open, s.last_day
                        from survey.survey s join organisation.unit u on u.id = s.unit
                        where s.made_by = access.person()
                          and s.unit = any ((select survey.units_for('RUN_SURVEYS'))::bigint[])
                          and (s.standing = 'DRAFT'
                            or (s.standing = 'OPEN' and s.last_day between access.today() and access.today() + 7))
                        order by s.last_day, s.id
                        """).query(Waiting.class).list().stream()
                        .map(SurveyToDos::toDo)
                        .toList();
    }

    private static ToDo toDo(Waiting survey) {
        String key = survey.open() ? "survey.todo.remind" : "survey.todo.open";
        return new ToDo(
                key,
                List.of(survey.title()),
                survey.unit(),
                "/surveys/" + survey.id(),
                Optional.of(survey.lastDay()),
                key + ".why",
                List.of(),
                OptionalInt.empty());
    }
}
