package se.samverkan.reporting.after;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.reporting.after.YearAfter.Answer;
import se.samverkan.reporting.after.YearAfter.Lives;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/** The door to the years after: which there are, and the light questions that units answer once a year. */
@Component
class YearsAfter {

    private final Partnerships partnerships;
    private final JdbcClient database;
    private final Rights rights;
    private final AuditTrail trail;

    YearsAfter(Partnerships partnerships, JdbcClient database, Rights rights, AuditTrail trail) {
        this.partnerships = partnerships;
        this.database = database;
        this.rights = rights;
        this.trail = trail;
    }

    private record Bare(long id, int year, LocalDate due) {}

    private record Answered(long yearAfter, Answer answer) {}

    @Transactional(readOnly = true)
    public PartnershipView partnership(long id) {
        rights.require(Verb.READ_PARTNERSHIP);
        return partnerships.find(id).orElseThrow(Refusal::notSeen);
    }

    /** The years of a partnership, the newest first. */
    @Transactional(readOnly = true)
    public List<YearAfter> of(long partnership) {
        List<Bare> born = database.sql(
                        "select id, year, due from reporting.year_after where partnership = ? order by year desc")
                .param(partnership)
                .query(Bare.class)
                .list();
        Map<Long, List<Answer>> answers = born.isEmpty() ? Map.of() : answers(partnership);
        return born.stream()
                .map(each -> new YearAfter(
                        each.id(), partnership, each.year(), each.due(), answers.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Answer>> answers(long partnership) {
        return database.sql("""
                        select a.year_after, a.unit, a.lives, a.words, a.made_at,
                            coalesce((select n.name from access.names_of(array[a.made_by]) n), '') as by
                        from reporting.year_answer a join reporting.year_after y on y.id = a.year_after
                        where y.partnership = ?
                        """).param(partnership).query((row, n) -> answered(row)).list().stream()
                .collect(Collectors.groupingBy(
                        Answered::yearAfter, Collectors.mapping(Answered::answer, Collectors.toList())));
    }

    private static Answered answered(ResultSet row) throws SQLException {
        return new Answered(
                row.getLong("year_after"),
                new Answer(
                        row.getLong("unit"),
                        Lives.valueOf(row.getString("lives")),
                        row.getString("words"),
                        row.getString("by"),
                        row.getTimestamp("made_at").toInstant()));
    }

    /** The units of a year for which the actor answers and nobody has. */
    @Transactional(readOnly = true)
    public List<Long> toAnswer(long year) {
        return database.sql("""
                        select n.unit from reporting.year_after y
                        join partnership.participation n on n.partnership = y.partnership
                        where y.id = ? and n.standing in ('RUNNING', 'COMPLETED') and reporting.answers_for(y.id, n.unit)
                          and not exists (select from reporting.year_answer a where a.year_after = y.id and a.unit = n.unit)
                        order by n.unit
                        """).param(year).query(Long.class).list();
    }

    /** A unit whose questions wait for the actor. */
    record Waiting(long partnership, long year, long unit, String name, LocalDate due) {}

    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return database.sql("""
                        select y.partnership, y.id as year, n.unit, u.name, y.due from reporting.year_after y
                        join partnership.participation n on n.partnership = y.partnership
                        join organisation.unit u on u.id = n.unit
                        where n.standing in ('RUNNING', 'COMPLETED') and reporting.answers_for(y.id, n.unit)
                          and not exists (select from reporting.year_answer a where a.year_after = y.id and a.unit = n.unit)
                        order by y.due, u.name collate "sv-SE-x-icu"
                        """).query(Waiting.class).list();
    }

    /** Answers the questions of a year for a unit; once. */
    @Transactional
    public void answer(long partnership, long year, long unit, String lives, FreeText words) {
        PartnershipView view = partnership(partnership);
        YearAfter asked = of(partnership).stream()
                .filter(each -> each.id() == year)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        String name = view.participant(unit).orElseThrow(Refusal::notSeen).name();
        if (asked.of(unit).isPresent()) {
            throw Refusal.rule("reporting.after.refusal.answered", name);
        }
        if (!toAnswer(year).contains(unit)) {
            throw Refusal.notAllowed("reporting.after.refusal.not-yours");
        }
        Lives said = Optional.of(lives).stream()
                .flatMap(each -> List.of(Lives.values()).stream()
                        .filter(value -> value.name().equals(each)))
                .findFirst()
                .orElseThrow(() -> Refusal.rule("reporting.after.error.lives"));
        if (words.text().isBlank()) {
            throw Refusal.rule("reporting.after.error.words");
        }
        try {
            database.sql("insert into reporting.year_answer (year_after, unit, lives, words) values (?, ?, ?, ?)")
                    .params(year, unit, said.name(), words.text())
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.rule("reporting.after.refusal.answered", name);
        }
        trail.record(Happening.of(
                        "reporting.year-answered",
                        new Subject("partnership", Long.toString(partnership), view.organiserName()),
                        view.organiser())
                .changing("unit", null, name)
                .changing("lives", null, said)
                .changing("words", null, words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }
}
