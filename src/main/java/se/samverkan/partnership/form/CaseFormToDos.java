package se.samverkan.partnership.form;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;
import se.samverkan.partnership.FormHome;
import se.samverkan.partnership.course.KnownVariants;
import se.samverkan.partnership.course.Phases;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.QuestionForm;
import se.samverkan.programme.variant.Variant;

/** The forms of the phase that a unit is in whose questions are still to be answered by those who work there. */
@Component
class CaseFormToDos implements ToDoSource {

    private static final int MONTHS_OF_TERM = 6;

    private final JdbcClient database;
    private final KnownVariants variants;
    private final ObjectProvider<FormHome> homes;
    private final Rights rights;

    CaseFormToDos(JdbcClient database, KnownVariants variants, ObjectProvider<FormHome> homes, Rights rights) {
        this.database = database;
        this.variants = variants;
        this.homes = homes;
        this.rights = rights;
    }

    /** @param answered the form's key, a stroke and the field's, of each question that has an answer */
    private record Row(
            long partnership,
            String variant,
            int version,
            boolean light,
            long unit,
            String name,
            Level level,
            Map<String, LocalDate> begun,
            Set<String> answered,
            Set<String> adopted) {}

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.DO_STEPS);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? database.sql("select * from partnership.forms_to_fill()").query((row, n) -> row(row)).list().stream()
                        .flatMap(this::toDos)
                        .toList()
                : List.of();
    }

    private Stream<ToDo> toDos(Row row) {
        Variant variant = variants.read(row.variant(), row.version()).orElseThrow();
        return Phases.current(variant, row.begun()).stream()
                .flatMap(now -> variant.forms().stream()
                        .filter(form -> form.phase().equals(now.phase().key()) && waits(variant, form, row))
                        .map(form -> new ToDo(
                                "partnership.form.todo",
                                List.of(form.name()),
                                row.name(),
                                CaseForm.address(row.partnership(), row.unit(), form.key()),
                                Optional.of(now.day()
                                        .plusMonths((long) MONTHS_OF_TERM
                                                * now.phase().terms())),
                                "partnership.form.todo.why",
                                List.of(),
                                OptionalInt.of(form.minutes()))));
    }

    private boolean waits(Variant variant, QuestionForm form, Row row) {
        return form.levels().contains(row.level())
                && !row.adopted().contains(form.key())
                && homes.stream().noneMatch(home -> home.holds(variant, form, row.level()))
                && form.fields().stream()
                        .filter(field ->
                                field.required() && field.schoolForms().isEmpty() && (field.light() || !row.light()))
                        .anyMatch(field -> !row.answered().contains(form.key() + "/" + field.key()));
    }

    private static Row row(ResultSet row) throws SQLException {
        String[] phases = (String[]) row.getArray("begun").getArray();
        java.sql.Date[] days = (java.sql.Date[]) row.getArray("began").getArray();
        Map<String, LocalDate> begun = new HashMap<>();
        for (int i = 0; i < phases.length; i++) {
            begun.put(phases[i], days[i].toLocalDate());
        }
        return new Row(
                row.getLong("partnership"),
                row.getString("variant"),
                row.getInt("variant_version"),
                row.getBoolean("light"),
                row.getLong("unit"),
                row.getString("unit_name"),
                Level.valueOf(row.getString("level")),
                begun,
                texts(row.getArray("answered")),
                texts(row.getArray("adopted")));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.copyOf(List.of((String[]) array.getArray()));
    }
}
