package se.samverkan.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.intervention.lesson.LessonView;
import se.samverkan.intervention.lesson.Lessons;
import se.samverkan.intervention.lesson.Readers;
import se.samverkan.testing.SamverkanTest;

/** What others have learned: read by those whom the writer chose, found as a Swede hears the words, by the search as by the rows. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=intervention")
class LessonTests {

    @Autowired
    WebApplicationContext application;

    private InterventionStage stage;
    private long headTeacher;
    private String word;

    @BeforeEach
    void aSchool() {
        stage = new InterventionStage(application);
        headTeacher = stage.theCase.running.headTeacher;
        word = "ord" + Long.toString(System.nanoTime(), 36);
    }

    private List<Long> found(long reader, String typed) {
        return stage.as(
                reader,
                () -> stage.theCase.bean(Lessons.class).search(typed, Optional.empty(), 1, 50).lessons().stream()
                        .map(LessonView::id)
                        .toList());
    }

    @Test
    void isReadByThoseWhomTheWriterChoseInTheSearchAsInTheRows() {
        long own = stage.lesson(headTeacher, word + " egen", "orsak", Readers.OWN, Theme.SAFETY);
        long organisers = stage.lesson(headTeacher, word + " vår", "orsak", Readers.ORGANISATION, Theme.SAFETY);
        long everybodys = stage.lesson(headTeacher, word + " alla", "orsak", Readers.EVERYBODY, Theme.SAFETY);
        long providers = stage.lesson(stage.coordinator, word + " utförare", "orsak", Readers.PROVIDERS, Theme.SAFETY);

        assertThat(found(headTeacher, word)).containsExactlyInAnyOrder(own, organisers, everybodys);
        assertThat(found(stage.theCase.member, word)).containsExactlyInAnyOrder(own, organisers, everybodys);
        assertThat(found(stage.theCase.running.otherHeadTeacher, word))
                .containsExactlyInAnyOrder(organisers, everybodys);
        assertThat(found(stage.theCase.running.director, word)).containsExactlyInAnyOrder(organisers, everybodys);
        assertThat(found(stage.theCase.running.stranger, word)).containsExactly(everybodys);
        assertThat(found(stage.theCase.facilitator, word)).containsExactly(everybodys);
        assertThat(found(stage.adviser, word)).containsExactlyInAnyOrder(everybodys, providers);
        assertThat(found(stage.coordinator, word)).containsExactlyInAnyOrder(everybodys, providers);

        for (long reader : List.of(
                headTeacher,
                stage.theCase.member,
                stage.theCase.running.otherHeadTeacher,
                stage.theCase.running.director,
                stage.theCase.running.stranger,
                stage.theCase.facilitator,
                stage.adviser,
                stage.coordinator)) {
            assertThat(found(reader, word)).containsExactlyInAnyOrderElementsOf(rows(reader));
        }
        assertThat(rows(stage.theCase.staff)).isEmpty();
        assertThat(stage.theCase.status(stage.theCase.staff, "/lessons")).isEqualTo(403);
        assertThat(stage.theCase.status(stage.theCase.running.stranger, "/lessons/" + organisers))
                .isEqualTo(404);
    }

    private List<Long> rows(long reader) {
        return stage.as(
                reader,
                () -> stage.theCase
                        .bean(TransactionTemplate.class)
                        .execute(status -> stage.theCase
                                .bean(JdbcClient.class)
                                .sql("select id from intervention.lesson where title like ?")
                                .param(word + "%")
                                .query(Long.class)
                                .list()));
    }

    @Test
    void isFoundByInflectedWordsWithTheirOwnLetters() {
        long after = stage.lesson(
                headTeacher,
                word + " Läxor på fritidshem",
                "Många saknar läsro",
                Readers.EVERYBODY,
                Theme.AFTER_SCHOOL);
        long goals = stage.lesson(
                headTeacher, word + " Fritidshemmets mål", "Målen är för många", Readers.EVERYBODY, Theme.AFTER_SCHOOL);

        assertThat(found(headTeacher, word + " fritidshemmet")).containsExactlyInAnyOrder(after, goals);
        assertThat(found(headTeacher, word + " fritidshem")).containsExactlyInAnyOrder(after, goals);
        assertThat(found(headTeacher, word + " läxorna")).containsExactly(after);
        assertThat(found(headTeacher, word + " LÄXA")).containsExactly(after);
        assertThat(found(headTeacher, word + " laxor")).isEmpty();
        assertThat(found(headTeacher, word + " mål")).containsExactly(goals);
        assertThat(found(headTeacher, word + " ' & | ! :* \\")).containsExactlyInAnyOrder(after, goals);
    }

    @Test
    void leadsToOthersWithTheSameCause() {
        long one = stage.lesson(
                headTeacher,
                word + " ett",
                "Lärarna planerar undervisningen var för sig",
                Readers.EVERYBODY,
                Theme.LANGUAGE);
        long like = stage.lesson(
                stage.theCase.running.otherHeadTeacher,
                word + " två",
                "Vi planerade undervisning utan varandra",
                Readers.EVERYBODY,
                Theme.LANGUAGE);
        long unlike = stage.lesson(
                stage.theCase.running.otherHeadTeacher,
                word + " tre",
                "Lärarna planerar undervisningen var för sig",
                Readers.EVERYBODY,
                Theme.SAFETY);
        List<Long> alike = stage.as(headTeacher, () -> {
            Lessons lessons = stage.theCase.bean(Lessons.class);
            return lessons.alike(lessons.lesson(one)).stream()
                    .map(LessonView::id)
                    .toList();
        });
        assertThat(alike).contains(like).doesNotContain(one, unlike);
        assertThat(stage.theCase.page(headTeacher, "/lessons/" + one)).contains("Andra med samma orsak", word + " två");
    }

    @Test
    void isToldInAFormAndWrittenAnewByTwoWhoBothSeeBothTexts() {
        String[] form = {
            "version",
            "0",
            "teller",
            "unit-" + stage.theCase.unit,
            "lesson-title",
            word,
            "themes",
            "SAFETY",
            "lesson-cause",
            "Regler",
            "lesson-tried",
            "Färre regler",
            "readers",
            "EVERYBODY"
        };
        MockHttpServletResponse told = stage.theCase.sends(stage.theCase.member, "/lessons/new", form);
        assertThat(told.getStatus()).isEqualTo(303);
        String address = told.getRedirectedUrl();
        assertThat(stage.theCase.page(headTeacher, address)).contains(word, "Färre regler", "Ändra");

        form[11] = "Inga regler alls";
        assertThat(stage.theCase
                        .sends(stage.theCase.member, address + "/edit", form)
                        .getStatus())
                .isEqualTo(303);
        form[11] = "Fyra regler";
        String[] seen = java.util.Arrays.copyOf(form, form.length + 2);
        seen[form.length] = "seen.lesson-tried";
        seen[form.length + 1] = "Färre regler";
        MockHttpServletResponse stale = stage.theCase.sends(headTeacher, address + "/edit", seen);
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(InterventionStage.text(stale)).contains("Inga regler alls", "Fyra regler");
        assertThat(stage.theCase
                        .sends(stage.theCase.running.director, address + "/edit", form)
                        .getStatus())
                .isEqualTo(403);
        assertThat(stage.theCase.running.told("lesson.changed", stage.theCase.running.organiser))
                .isEqualTo(1);
    }

    @Test
    void refusesAHoleAndAWrongReader() {
        MockHttpServletResponse refused = stage.theCase.sends(
                headTeacher,
                "/lessons/new",
                "version",
                "0",
                "teller",
                "unit-1",
                "lesson-title",
                "",
                "readers",
                "PROVIDERS");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(refused)).contains("Välj vems erfarenhet det är", "Välj minst en");
        assertThat(stage.theCase.refusal(
                        headTeacher, () -> stage.lesson(headTeacher, word, "orsak", Readers.PROVIDERS, Theme.SAFETY)))
                .isEqualTo("lesson.refusal.readers");
    }

    @Test
    void isTakenAwayFromItsReadersAndTakenBack() {
        long id = stage.lesson(headTeacher, word, "orsak", Readers.EVERYBODY, Theme.SAFETY);
        String address = "/lessons/" + id;
        assertThat(stage.theCase.sends(stage.adviser, address + "/removal").getStatus())
                .isEqualTo(403);
        assertThat(stage.theCase.sends(headTeacher, address + "/removal").getStatus())
                .isEqualTo(303);
        assertThat(stage.theCase.status(stage.adviser, address)).isEqualTo(404);
        assertThat(found(stage.adviser, word)).isEmpty();
        assertThat(stage.theCase.page(headTeacher, address)).contains("kan tas tillbaka i 30 dagar");
        assertThat(stage.theCase.page(headTeacher, "/lessons")).contains("borttagen");
        assertThat(stage.theCase.sends(headTeacher, address + "/restoration").getStatus())
                .isEqualTo(303);
        assertThat(found(stage.adviser, word)).containsExactly(id);
    }

    @Test
    void goesForGoodOnlyWhenItCannotBeTakenBackAnyLonger() {
        long id = stage.lesson(headTeacher, word, "orsak", Readers.OWN, Theme.SAFETY);
        JdbcClient behind = stage.theCase.running.cast.behind();
        long archivist = stage.theCase.running.cast.player("Arkivarie", se.samverkan.access.Role.ARCHIVIST, null);
        behind.sql(
                        "update intervention.lesson set removed_at = now() - interval '40 days', removed_by = 1 where id = ?")
                .param(id)
                .update();
        long kept = stage.lesson(headTeacher, word + " kvar", "orsak", Readers.OWN, Theme.SAFETY);
        stage.theCase.does(
                archivist,
                () -> stage.theCase
                        .bean(TransactionTemplate.class)
                        .executeWithoutResult(status -> stage.theCase
                                .bean(JdbcClient.class)
                                .sql("select intervention.dispose_lessons(?)")
                                .param(new Long[] {id, kept})
                                .query(row -> {})));
        assertThat(behind.sql("select count(*) from intervention.lesson where id = any (?)")
                        .param(new Long[] {id, kept})
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
