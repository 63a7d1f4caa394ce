package se.samverkan.selection.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.records.mark.MarkDraft;
import se.samverkan.records.mark.Marks;
import se.samverkan.selection.RoundStage;
import se.samverkan.selection.material.StoredNotes.Kept;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** A secrecy mark on a piece of the Inspectorate's material: who reads it then, in SQL past every door too. */
@SamverkanTest
class MarkedNoteTests {

    private static final String KIND = "inspectorate-note";
    private static final FreeText WHY = new FreeText("Rör en elevs hälsa", "");

    @Autowired
    WebApplicationContext beans;

    @Autowired
    TestDatabase database;

    @Autowired
    InspectorateNotes notes;

    @Autowired
    Marks marks;

    private RoundStage stage;
    private long note;

    @BeforeEach
    void aNoteWithAFile() {
        stage = new RoundStage(beans, database);
        stage.does(
                stage.officer,
                () -> notes.add(
                        stage.round,
                        new NoteDraft(
                                stage.key,
                                LocalDate.of(2024, 3, 12),
                                new FreeText("Beslut 1", ""),
                                new FreeText("Hemligt innehåll", ""),
                                Optional.of(NoteFile.of("bilaga.txt", "Hemlig bilaga".getBytes())))));
        note = read(stage.officer).id();
    }

    private Kept read(long person) {
        return stage.as(person, () -> notes.all(stage.round)).getFirst();
    }

    private void mark(Optional<LocalDate> until, Long... readers) {
        stage.does(
                stage.officer,
                () -> marks.mark(KIND, note, new MarkDraft("OSL 23 kap. 2 §", WHY, until, List.of(readers))));
    }

    private long rows(long person, String query) {
        Long rows = stage.as(
                person,
                () -> beans.getBean(TransactionTemplate.class)
                        .execute(status -> beans.getBean(JdbcClient.class)
                                .sql(query)
                                .param(note)
                                .query(Long.class)
                                .single()));
        return rows == null ? 0 : rows;
    }

    private long contents(long person) {
        return rows(person, "select count(*) from selection.note_content where note = ?");
    }

    @Test
    void isReadOnlyByThoseWhoAreNamed() {
        mark(Optional.empty(), stage.first);

        for (long person : List.of(stage.officer, stage.first)) {
            assertThat(contents(person)).isOne();
            assertThat(read(person).note()).isEqualTo("Hemligt innehåll");
        }
        for (long person : List.of(stage.second, stage.decider)) {
            assertThat(contents(person)).isZero();
            assertThat(read(person).note()).isEmpty();
            assertThat(read(person).fileName()).isNull();
            assertThat(stage.asks(person, get("/selection/" + stage.round + "/notes/" + note + "/file"))
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void tellsTheRoundsPeopleThatItIsMarkedAndStrangersNothing() throws Exception {
        mark(Optional.empty(), stage.first);

        var shut = read(stage.second).mark().orElseThrow();
        assertThat(shut.shut()).isTrue();
        assertThat(shut.provision()).isEqualTo("OSL 23 kap. 2 §");
        assertThat(shut.reason()).isEqualTo("Rör en elevs hälsa");
        assertThat(shut.people()).hasSize(2);
        var page = stage.asks(stage.second, get("/selection/" + stage.round + "/notes"));
        page.setCharacterEncoding("UTF-8");
        assertThat(page.getContentAsString())
                .contains("Sekretessmarkering", "OSL 23 kap. 2 §")
                .doesNotContain("Hemligt innehåll", "bilaga.txt");
        for (long stranger : stage.strangers()) {
            assertThat(rows(stranger, "select count(*) from records.field_mark where about = ?"))
                    .isZero();
        }
    }

    @Test
    void isSetAndLiftedOnlyByWhoeverPreparesTheRound() {
        assertThat(stage.refusal(stage.second, () -> marks.record(KIND, note)).kind())
                .isIn(Refusal.Kind.NOT_ALLOWED, Refusal.Kind.NOT_SEEN);
        assertThatThrownBy(() -> rows(stage.second, """
                        with more as (insert into records.field_mark (kind, about, field, provision, reason)
                            values ('inspectorate-note', ?, 'content', 'Prov', 'Prov') returning id)
                        select count(*) from more
                        """)).isInstanceOf(DataAccessException.class);

        mark(Optional.empty());
        assertThat(rows(stage.second, """
                        with changed as (update records.field_mark set lifted_at = now(), lifting_reason = 'Prov'
                            where about = ? returning 1)
                        select count(*) from changed
                        """)).isZero();
        assertThat(stage.reason(stage.officer, () -> marks.lift(KIND, note, FreeText.NONE)))
                .isEqualTo("records.mark.refusal.lifting");
        stage.does(stage.officer, () -> marks.lift(KIND, note, new FreeText("Uppgiften är inte längre känslig", "")));

        assertThat(read(stage.second).note()).isEqualTo("Hemligt innehåll");
        assertThat(read(stage.second).mark()).isEmpty();
        assertThat(stage.told("mark.set")).isOne();
        assertThat(stage.told("mark.lifted")).isOne();
    }

    @Test
    void endsWithItsLastDay() {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Stockholm"));
        assertThat(stage.reason(stage.officer, () -> mark(Optional.of(today.minusYears(20)))))
                .isEqualTo("records.mark.refusal.until");
        mark(Optional.of(today.plusYears(20)));
        assertThat(contents(stage.second)).isZero();

        stage.cast
                .behind()
                .sql("update records.field_mark set until = '2001-01-01' where about = ?")
                .param(note)
                .update();

        assertThat(contents(stage.second)).isOne();
        mark(Optional.empty());
        assertThat(contents(stage.second)).isZero();
    }

    @Test
    void refusesASecondMarkAndOneWithoutProvisionOrReason() {
        assertThat(stage.reason(
                        stage.officer,
                        () -> marks.mark(KIND, note, new MarkDraft("", WHY, Optional.empty(), List.of()))))
                .isEqualTo("records.mark.refusal.provision");
        assertThat(stage.reason(
                        stage.officer,
                        () -> marks.mark(KIND, note, new MarkDraft("OSL", FreeText.NONE, Optional.empty(), List.of()))))
                .isEqualTo("records.mark.refusal.reason");
        mark(Optional.empty());
        assertThat(stage.reason(
                        stage.officer,
                        () -> marks.mark(KIND, note, new MarkDraft("OSL", WHY, Optional.empty(), List.of()))))
                .isEqualTo("records.mark.refusal.marked");
    }
}
