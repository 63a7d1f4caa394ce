package se.samverkan.reporting.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.CaseStage;
import se.samverkan.reporting.aggregate.Aggregates;
import se.samverkan.reporting.aggregate.ManyCases;
import se.samverkan.reporting.aggregate.Topic;
import se.samverkan.reporting.edition.Edition.Part;
import se.samverkan.shared.page.FreeText;
import se.samverkan.statistics.disclosure.Place;
import se.samverkan.testing.SamverkanTest;

/** A yearly report has figures that are kept, texts around them, and stands once it is handed in; the next one begins from it. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=programme-report")
class EditionTests {

    @Autowired
    WebApplicationContext application;

    private CaseStage stage;
    private int year;

    @BeforeEach
    void people() {
        stage = new CaseStage(application);
        ManyCases.fill(stage, 25);
        year = stage.today().getYear();
    }

    private Editions editions() {
        return stage.bean(Editions.class);
    }

    private long begun(int of) {
        return stage.as(stage.officer, () -> editions().begin(stage.office, CaseStage.VARIANT, of));
    }

    private Edition read(long id) {
        return stage.as(stage.officer, () -> editions().edition(id));
    }

    private void writes(long id, String words) {
        stage.does(
                stage.officer, () -> editions().write(id, read(id).version(), Map.of("summary", words), FreeText.NONE));
    }

    private void handsIn(long id) {
        stage.does(stage.officer, () -> editions().handIn(id, read(id).version()));
    }

    private static String summary(Edition edition) {
        return edition.parts().stream()
                .filter(part -> part.key().equals("summary"))
                .map(Part::words)
                .findFirst()
                .orElseThrow();
    }

    private MockHttpServletResponse asks(long person, String path) {
        return stage.asks(person, MockMvcRequestBuilders.get(path));
    }

    @Test
    void keepsItsFiguresAsTheyWereWhenTheyWerePulledIn() {
        long id = begun(year);
        var before = read(id).tables().get("organisers");
        ManyCases.fill(stage, 10);
        assertThat(read(id).tables().get("organisers")).isEqualTo(before);
        stage.does(stage.officer, () -> editions().pullIn(id, read(id).version()));
        assertThat(read(id).tables().get("organisers")).isNotEqualTo(before);
    }

    @Test
    void beginsFromTheOneBeforeAndShowsWhatHasChanged() {
        long last = begun(year - 1);
        writes(last, "Förra årets ord.");
        handsIn(last);
        ManyCases.fill(stage, 10);
        long next = begun(year);
        assertThat(summary(read(next))).isEqualTo("Förra årets ord.");
        assertThat(CaseStage.text(asks(stage.officer, "/editions/" + next))).contains("(25 i förra rapporten)");
    }

    @Test
    void pullsInWhatWorkedWhereWithItsUncertaintyAndLeadsToWhereItStandsToday() {
        long id = begun(year);
        Part worked = read(id).parts().stream()
                .filter(part -> part.key().equals("worked"))
                .findFirst()
                .orElseThrow();
        assertThat(worked.tables())
                .extracting(table -> table.topic())
                .contains("answers", "answered-signs", "sign-shares", "answered-goals", "goal-shares");
        List<EditionChange> told =
                EditionChange.between(read(id), Optional.empty()).get("sign-shares");
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.column().key()).isEqualTo("SHARE"));
        assertThat(CaseStage.text(asks(stage.officer, "/editions/" + id)))
                .contains("/worked#sign-shares\"")
                .contains("href=\"" + told.getFirst().address() + "\"")
                .contains("id=\"" + told.getFirst().address().substring(1) + "\"");
    }

    @Test
    void standsAsADocumentOnceItIsHandedIn() {
        long id = begun(year);
        writes(id, "Det viktigaste.");
        handsIn(id);
        Edition edition = read(id);
        assertThat(edition.handedIn()).isPresent();
        assertThat(stage.reason(
                        stage.officer,
                        () -> editions().write(id, edition.version(), Map.of("summary", "Nytt."), FreeText.NONE)))
                .isEqualTo("edition.refusal.stands");
        assertThatThrownBy(() -> stage.cast
                        .behind()
                        .sql("update reporting.edition_text set words = 'Nytt.' where edition = ?")
                        .param(id)
                        .update())
                .hasMessageContaining("stands");
        assertThat(asks(stage.officer, "/documents/" + edition.handedIn().get().document())
                        .getStatus())
                .isEqualTo(200);
    }

    /** A table is released while the report is written; together they would give away what each masks. */
    @Test
    void isNotHandedInWithFiguresThatWhatHasBeenReleasedSinceWouldGiveAway() {
        long publisher = stage.cast.player("Ulla Utgivare", Role.PUBLISHER, stage.office);
        long id = begun(year);
        writes(id, "Det viktigaste.");
        releasesBare(publisher);
        assertThat(stage.reason(stage.officer, () -> handsIn(id))).isEqualTo("edition.refusal.gives-away");
        MockHttpServletResponse answer = stage.asks(
                stage.officer,
                MockMvcRequestBuilders.post("/editions/" + id + "/handing-in")
                        .param("version", Integer.toString(read(id).version()))
                        .param("once", java.util.UUID.randomUUID().toString()));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(CaseStage.text(answer)).contains("Det här skulle rapporten röja", "version 1");
        stage.does(stage.officer, () -> editions().pullIn(id, read(id).version()));
        handsIn(id);
        assertThat(read(id).handedIn()).isPresent();
        assertThat(summary(read(id))).isEqualTo("Det viktigaste.");
    }

    /** A table in which all is masked: what the report shows would be found in it. */
    private void releasesBare(long publisher) {
        var all = stage.as(
                publisher,
                () -> stage.bean(Aggregates.class)
                        .of(stage.office, CaseStage.VARIANT)
                        .table(Topic.UNITS));
        MockHttpServletRequestBuilder form = MockMvcRequestBuilders.post(
                        "/releases/" + stage.office + "/" + CaseStage.VARIANT + "/units")
                .param("version", "0")
                .param("once", java.util.UUID.randomUUID().toString())
                .param("chosen", "true");
        all.allRows()
                .forEach(row -> all.allColumns().forEach(column -> form.param("mask", new Place(row, column).key())));
        assertThat(stage.asks(publisher, form).getStatus()).isEqualTo(303);
    }

    /** What a report was made of is kept while it is written, for its writers, and no longer. */
    @Test
    void keepsWhatItsFiguresWereMadeOfOnlyWhileItIsWritten() {
        long id = begun(year);
        writes(id, "Det viktigaste.");
        assertThat(counts(id)).isEqualTo(1);
        handsIn(id);
        assertThat(counts(id)).isZero();
    }

    private long counts(long id) {
        return stage.cast
                .behind()
                .sql("select count(*) from reporting.edition_count where edition = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    @Test
    void isReplacedByANewerOneOfTheSameYear() {
        long first = begun(year);
        writes(first, "Med ett fel.");
        handsIn(first);
        long second = begun(year);
        assertThat(read(second).replaces()).contains(first);
        assertThat(begun(year)).isEqualTo(second);
    }

    @Test
    void refusesToBeHandedInWithoutAWord() {
        long id = begun(year);
        assertThat(stage.reason(stage.officer, () -> handsIn(id))).isEqualTo("edition.refusal.empty");
    }

    @Test
    void isReadByManagementOnceItIsHandedInAndNotBefore() {
        long management = stage.cast.player("Lena Ledning", Role.MANAGEMENT, stage.office);
        long id = begun(year);
        assertThat(asks(management, "/editions/" + id).getStatus()).isEqualTo(404);
        writes(id, "Det viktigaste.");
        handsIn(id);
        assertThat(asks(management, "/editions/" + id).getStatus()).isEqualTo(200);
        assertThat(asks(stage.stranger, "/editions/" + id).getStatus()).isEqualTo(404);
        assertThat(stage.reason(management, () -> editions().begin(stage.office, CaseStage.VARIANT, year)))
                .isEqualTo("refusal.verb.WRITE_EDITION");
    }

    @Test
    void refusesWhatWasWrittenInAVersionThatSomebodyHasChanged() {
        long id = begun(year);
        int seen = read(id).version();
        writes(id, "Den ena.");
        assertThat(stage.reason(
                        stage.officer,
                        () -> editions().write(id, seen, Map.of("summary", "Den andra."), FreeText.NONE)))
                .isEqualTo("refusal.stale");
    }

    @Test
    void isTakenAwayAsPdfWordAndTables() {
        long id = begun(year);
        for (String file : java.util.List.of("report.pdf", "report.docx", "tables/units.csv", "tables/units.xlsx")) {
            assertThat(asks(stage.officer, "/editions/" + id + "/" + file).getStatus())
                    .as(file)
                    .isEqualTo(200);
        }
    }

    @Test
    void waitsForWhoeverWritesItSomeWeeksBeforeItsDay() {
        EditionDates dates = stage.bean(EditionDates.class);
        var soon = stage.today().plusWeeks(2);
        stage.does(
                stage.officer,
                () -> dates.set(
                        stage.office, CaseStage.VARIANT, soon.getMonthValue(), Math.min(28, soon.getDayOfMonth())));
        EditionToDos todos = stage.bean(EditionToDos.class);
        assertThat(stage.as(stage.officer, todos::mine)).hasSize(1);
        assertThat(stage.as(stage.stranger, todos::mine)).isEmpty();
        long id = begun(soon.getYear() - 1);
        writes(id, "Klart.");
        handsIn(id);
        assertThat(stage.as(stage.officer, todos::mine)).isEmpty();
    }

    @Test
    void isTheMunicipalitysOwnWhereItsDirectorWritesIt() {
        long director = stage.cast.player("Eva Utbildningschef", Role.EDUCATION_DIRECTOR, stage.organiser);
        stage.taken();
        long id = stage.as(director, () -> editions().begin(stage.organiser, CaseStage.VARIANT, year));
        stage.does(director, () -> editions().write(id, 1, Map.of("summary", "Till nämnden."), FreeText.NONE));
        stage.does(director, () -> editions().handIn(id, 2));
        assertThat(asks(stage.officer, "/editions/" + id).getStatus()).isEqualTo(404);
    }
}
