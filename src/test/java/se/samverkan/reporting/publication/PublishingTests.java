package se.samverkan.reporting.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.intervention.lesson.LessonDraft;
import se.samverkan.intervention.lesson.Lessons;
import se.samverkan.intervention.lesson.Readers;
import se.samverkan.partnership.CaseStage;
import se.samverkan.reporting.publication.Publication.Standing;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** What is to be public is written by one, reviewed by another, released, and can be withdrawn. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=reporting")
class PublishingTests {

    @Autowired
    WebApplicationContext application;

    private PublicationStage publishing;
    private CaseStage stage;

    @BeforeEach
    void people() {
        publishing = new PublicationStage(application);
        stage = publishing.stage;
    }

    private int status(long person, String path) {
        return stage.asks(person, MockMvcRequestBuilders.get(path)).getStatus();
    }

    private String page(long person, long id) {
        return CaseStage.text(stage.asks(person, MockMvcRequestBuilders.get("/publishing/" + id)));
    }

    private Standing standing(long id) {
        return stage.as(stage.coordinator, () -> publishing.publications().publication(id))
                .standing();
    }

    private String why(long person, Runnable deed) {
        return stage.reason(person, deed);
    }

    @Test
    void isPublicOnceSomebodyElseHasReleasedIt() {
        long id = publishing.proposed("Vi läser högt", "Varje dag, i alla ämnen.");
        assertThat(status(stage.neighbour, "/public/news/" + id)).isEqualTo(404);
        publishing.release(id);
        assertThat(status(stage.neighbour, "/public/news/" + id)).isEqualTo(200);
        assertThat(page(stage.coordinator, id)).contains("Alla kan läsa det.", "Ulla Utbildningschef");
        assertThat(stage.cast
                        .behind()
                        .sql(
                                "select count(*) from records.audit_entry where what = 'publication.released' and subject_id = ?")
                        .param(Long.toString(id))
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void refusesThatWhoeverWroteItReleasesItWhereAnotherCan() {
        long id = publishing.proposed("Vi läser högt", "Varje dag.");
        Set<String> all = Set.of("secrecy", "people", "right", "alone");
        assertThat(why(stage.coordinator, () -> publishing.releasing().release(id, 1, all)))
                .isEqualTo("publication.refusal.own");
        assertThat(page(stage.coordinator, id)).contains("Någon annan hos er granskar");
    }

    @Test
    void letsSomebodyWhoIsAloneReleaseWithAPointMoreToConfirm() {
        stage.cast
                .behind()
                .sql("update access.assignment set valid_to = access.today() - 1 where person = ?")
                .param(publishing.director)
                .update();
        long id = publishing.proposed("Vi läser högt", "Varje dag.");
        assertThat(why(stage.coordinator, () -> publishing.releasing().release(id, 1, Set.copyOf(Releasing.CHECKS))))
                .isEqualTo("publication.error.checks");
        stage.does(
                stage.coordinator,
                () -> publishing.releasing().release(id, 1, Set.of("secrecy", "people", "right", "alone")));
        assertThat(page(stage.coordinator, id)).contains("eftersom ingen annan kunde granska");
    }

    @Test
    void refusesToReleaseUntilEveryPointIsConfirmed() {
        long id = publishing.proposed("Vi läser högt", "Varje dag.");
        assertThat(why(publishing.director, () -> publishing.releasing().release(id, 1, Set.of("secrecy", "right"))))
                .isEqualTo("publication.error.checks");
        assertThat(standing(id)).isEqualTo(Standing.PROPOSED);
    }

    @Test
    void isReleasedOnItsPageWhenEveryPointIsTicked() {
        long id = publishing.proposed("Vi läser högt", "Varje dag.");
        assertThat(sends(id, "secrecy", "right").getStatus()).isEqualTo(422);
        assertThat(sends(id, "secrecy", "people", "right").getStatus()).isLessThan(400);
        assertThat(standing(id)).isEqualTo(Standing.RELEASED);
    }

    private MockHttpServletResponse sends(long id, String... ticked) {
        var form = MockMvcRequestBuilders.post("/publishing/" + id + "/release")
                .param("version", Integer.toString(publishing.version(id)))
                .param("once", UUID.randomUUID().toString());
        for (String point : ticked) {
            form.param(point, "true");
        }
        return stage.asks(publishing.director, form);
    }

    @Test
    void asksWhyANameStandsInItAndKeepsTheReason() {
        long id = publishing.written("Ny förstelärare", "Anna Andersson leder arbetet.");
        assertThat(page(stage.coordinator, id)).contains("Anna Andersson ser ut som ett namn.");
        assertThat(why(stage.coordinator, () -> publishing.publications().propose(id, 0, FreeText.NONE)))
                .isEqualTo("publication.error.reason");
        stage.does(
                stage.coordinator,
                () -> publishing.publications().propose(id, 0, new FreeText("Hon har sagt ja.", "")));
        assertThat(page(publishing.director, id)).contains("Hon har sagt ja.");
        publishing.release(id);
        assertThat(CaseStage.text(stage.asks(stage.neighbour, MockMvcRequestBuilders.get("/public/news/" + id))))
                .contains("Anna Andersson")
                .doesNotContain("Hon har sagt ja.");
    }

    @Test
    void isReleasedOnceByTwoWhoDoSoAtOnce() {
        long id = publishing.proposed("Vi läser högt", "Varje dag.");
        int seen = publishing.version(id);
        publishing.release(id);
        long other = stage.cast.player("Annan chef", Role.EDUCATION_DIRECTOR, stage.organiser);
        Throwable late = catchThrowable(() ->
                stage.does(other, () -> publishing.releasing().release(id, seen, Set.copyOf(Releasing.CHECKS))));
        assertThat(late).hasMessageContaining("STALE");
        assertThat(stage.cast
                        .behind()
                        .sql(
                                "select count(*) from reporting.publication_step where publication = ? and kind = 'RELEASED'")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void isNotWrittenInWhileItIsReviewed() {
        long id = publishing.proposed("Vi läser högt", "Varje dag.");
        assertThat(why(
                        stage.coordinator,
                        () -> publishing
                                .publications()
                                .change(id, 1, new News(new FreeText("Annat", ""), new FreeText("Annat", "")))))
                .isEqualTo("publication.refusal.stands");
        assertThat(catchThrowable(() -> stage.cast
                        .behind()
                        .sql("update reporting.publication set words = 'Annat' where id = ?")
                        .param(id)
                        .update()))
                .hasMessageContaining("what is reviewed is what is shown");
    }

    @Test
    void isSentBackWithWordsAndHandedOverAgain() {
        long id = publishing.proposed("Vi läser högt", "Varje dag.");
        stage.does(
                publishing.director,
                () -> publishing.releasing().sendBack(id, 1, new FreeText("Skriv vilka klasser.", "")));
        assertThat(page(stage.coordinator, id)).contains("Skriv vilka klasser.", "Ändra texten");
        assertThat(stage.as(
                        stage.coordinator,
                        () -> stage.bean(PublicationToDos.class).mine()))
                .anyMatch(each -> each.key().equals("publication.todo.RETURNED"));
        stage.does(
                stage.coordinator,
                () -> publishing
                        .publications()
                        .change(
                                id,
                                2,
                                new News(new FreeText("Vi läser högt", ""), new FreeText("Årskurs 4 till 6.", ""))));
        stage.does(stage.coordinator, () -> publishing.publications().propose(id, 3, FreeText.NONE));
        assertThat(standing(id)).isEqualTo(Standing.PROPOSED);
    }

    @Test
    void waitsForThoseWhoCanReviewIt() {
        publishing.proposed("Vi läser högt", "Varje dag.");
        assertThat(stage.as(
                        publishing.director,
                        () -> stage.bean(PublicationToDos.class).mine()))
                .anyMatch(each -> each.key().equals("publication.todo.PROPOSED"));
        assertThat(stage.as(
                        publishing.publisher,
                        () -> stage.bean(PublicationToDos.class).mine()))
                .isEmpty();
    }

    @Test
    void isTheOrganisersOwnUntilItIsPublicAndThenThePublisherCanWithdrawIt() {
        long id = publishing.proposed("Vi läser högt", "Varje dag.");
        for (long other : List.of(publishing.publisher, stage.officer, stage.neighbour)) {
            assertThat(status(other, "/publishing/" + id)).isEqualTo(404);
        }
        publishing.release(id);
        assertThat(page(publishing.publisher, id)).contains("Dra tillbaka").doesNotContain("Skicka tillbaka");
        stage.does(
                publishing.publisher,
                () -> publishing
                        .publications()
                        .withdraw(id, publishing.version(id), new FreeText("En elev kan kännas igen.", "")));
        assertThat(standing(id)).isEqualTo(Standing.WITHDRAWN);
        assertThat(page(stage.coordinator, id)).contains("En elev kan kännas igen.", "Pia Utgivare");
        assertThat(status(stage.neighbour, "/public/news/" + id)).isEqualTo(410);
    }

    @Test
    void isWrittenByAHeadTeacherForTheOwnSchoolOnly() {
        List<Sender> senders =
                stage.as(stage.headTeacher, () -> publishing.publications().senders());
        assertThat(senders).extracting(Sender::name).containsExactly("Ekskolan");
        long id = stage.as(
                stage.headTeacher,
                () -> publishing
                        .publications()
                        .write(
                                senders.getFirst(),
                                new News(new FreeText("Hos oss", ""), new FreeText("Det går bra.", ""))));
        assertThat(status(stage.headTeacher, "/publishing/" + id)).isEqualTo(200);
        long organisers = publishing.written("Kommunens", "Hela kommunen.");
        assertThat(status(stage.headTeacher, "/publishing/" + organisers)).isEqualTo(404);
        assertThat(why(
                        stage.headTeacher,
                        () -> publishing
                                .publications()
                                .write(
                                        new Sender(stage.organiser, Optional.empty(), "", false),
                                        new News(new FreeText("Nej", ""), new FreeText("Nej", "")))))
                .isEqualTo("refusal.verb.WRITE_PUBLICATIONS");
    }

    @Test
    void letsTheOfficeNameAPublicOrganiserWithItsGroundInLawAndNoOther() {
        long officer = stage.officer;
        Runnable withGround =
                () -> publishing.choosing().takePart(publishing.partnership, Set.of(), new FreeText("TF 2 kap.", ""));
        assertThat(why(officer, withGround)).as("an independent organiser").isEqualTo("refusal.not-seen");
        stage.cast
                .behind()
                .sql("update organisation.organisation set organiser_type = 'MUNICIPAL' where id = ?")
                .param(stage.organiser)
                .update();
        assertThat(why(officer, () -> publishing.choosing().takePart(publishing.partnership, Set.of(), FreeText.NONE)))
                .isEqualTo("publication.error.ground");
        assertThat(why(
                        officer,
                        () -> publishing
                                .choosing()
                                .takePart(publishing.partnership, Set.of(stage.first), new FreeText("TF 2 kap.", ""))))
                .isEqualTo("publication.error.units");
        stage.does(officer, withGround);
    }

    @Test
    void letsWhoeverPublishesEverywhereSpeakForTheOfficeOnly() {
        long officer = stage.cast.player("Rikets handläggare", Role.PROGRAMME_OFFICER, null);
        long publisher = stage.cast.player("Rikets utgivare", Role.PUBLISHER, null);
        assertThat(stage.as(officer, () -> publishing.publications().senders()))
                .allMatch(Sender::office)
                .extracting(Sender::organisation)
                .contains(stage.office);
        long id = publishing.proposed("Vi läser högt", "Varje dag.");
        assertThat(status(officer, "/publishing/" + id)).isEqualTo(404);
        assertThat(status(publisher, "/publishing/" + id))
                .as("an agency that read an organiser's words beforehand would be a censor")
                .isEqualTo(404);
        stage.cast
                .behind()
                .sql("update organisation.organisation set organiser_type = 'MUNICIPAL' where id = ?")
                .param(stage.organiser)
                .update();
        long told = stage.as(
                officer,
                () -> publishing.choosing().takePart(publishing.partnership, Set.of(), new FreeText("TF 2 kap.", "")));
        stage.does(officer, () -> publishing.publications().propose(told, 0, FreeText.NONE));
        stage.does(
                publisher,
                () -> publishing.releasing().release(told, publishing.version(told), Set.copyOf(Releasing.CHECKS)));
        assertThat(page(publisher, told)).contains("Alla kan läsa det.");
    }

    @Test
    void keepsAnOrganisersWordsFromWhoeverWritesEverywhereInTheDatabaseToo() {
        long officer = stage.cast.player("Rikets handläggare", Role.PROGRAMME_OFFICER, null);
        assertThat(catchThrowable(() -> stage.does(
                        officer,
                        () -> stage.bean(TransactionTemplate.class)
                                .executeWithoutResult(status -> stage.bean(StoredPublications.class)
                                        .begin(new StoredPublications.Begun(
                                                Publication.Kind.NEWS,
                                                stage.organiser,
                                                stage.organiser,
                                                null,
                                                null,
                                                "Nej",
                                                "Nej",
                                                "",
                                                ""))))))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void tellsOfAPartnershipThatHasEnded() {
        stage.cast
                .behind()
                .sql("update partnership.partnership set standing = 'COMPLETED' where id = ?")
                .param(publishing.partnership)
                .update();
        publishing.takesPart(Set.of(stage.first));
        assertThat(CaseStage.text(stage.asks(
                        stage.neighbour, MockMvcRequestBuilders.get("/public/participants/" + publishing.key()))))
                .contains("Har deltagit i", "Samverkan är avslutad.", "Ekskolan");
        assertThat(status(stage.coordinator, "/publishing/participation/new")).isEqualTo(200);
    }

    @Test
    void givesWayToANewerOneAboutTheSame() {
        long first = publishing.takesPart(Set.of(stage.first, stage.second));
        long second = publishing.takesPart(Set.of(stage.first));
        assertThat(standing(first)).isEqualTo(Standing.WITHDRAWN);
        assertThat(standing(second)).isEqualTo(Standing.RELEASED);
    }

    @Test
    void copiesALessonAsItIsWhenItIsChosen() {
        Lessons lessons = stage.bean(Lessons.class);
        LessonDraft draft = new LessonDraft(
                "Högläsning hjälpte",
                Set.of(Theme.LANGUAGE),
                "Orden var svåra",
                "Vi läste högt",
                "",
                "",
                Readers.OWN,
                false);
        long lesson =
                stage.as(stage.headTeacher, () -> lessons.tell(lessons.tellers().getFirst(), draft, FreeText.NONE));
        long id = stage.as(stage.headTeacher, () -> publishing.choosing().tellLesson(lesson));
        stage.does(stage.headTeacher, () -> publishing.publications().propose(id, 0, FreeText.NONE));
        stage.does(
                stage.headTeacher,
                () -> lessons.change(
                        lesson,
                        0,
                        new LessonDraft("Annat", Set.of(Theme.LANGUAGE), "Annat", "Annat", "", "", Readers.OWN, false),
                        FreeText.NONE));
        publishing.release(id);
        assertThat(CaseStage.text(stage.asks(stage.neighbour, MockMvcRequestBuilders.get("/public/lessons/" + id))))
                .contains("Högläsning hjälpte", "Vi läste högt", "Ekskolan")
                .doesNotContain("Annat");
        assertThat(why(stage.coordinator, () -> publishing.choosing().tellLesson(lesson)))
                .as("another's lesson")
                .isEqualTo("publication.error.lesson");
    }

    @Test
    void keepsAMillionCharactersOutAndWhatWasWrittenInTheForm() {
        MockHttpServletResponse refused = stage.asks(
                stage.coordinator,
                MockMvcRequestBuilders.post("/publishing/news/new")
                        .param("version", "0")
                        .param("once", UUID.randomUUID().toString())
                        .param("news-title", "Långt")
                        .param("news-words", "x".repeat(1_000_000)));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(CaseStage.text(refused)).contains("högst", "x".repeat(1000));
    }

    @Test
    void isSeenByNobodyInTheDatabaseBeforeItIsReleased() {
        long id = publishing.proposed("Vi läser högt", "Varje dag.");
        assertThat(seenByNobody(id)).isZero();
        publishing.release(id);
        assertThat(seenByNobody(id)).isOne();
        publishing.withdraw(id);
        assertThat(seenByNobody(id)).isZero();
    }

    @Test
    void isLaidAsideByItsWritersWithoutBeingReadByThePublisher() {
        long id = publishing.written("Inget för alla", "Vi ändrade oss.");
        stage.does(stage.coordinator, () -> publishing.publications().withdraw(id, 0, new FreeText("Nej.", "")));
        assertThat(status(publishing.publisher, "/publishing/" + id)).isEqualTo(404);
        assertThat(status(stage.neighbour, "/public/news/" + id)).isEqualTo(404);
    }

    @Test
    void takesNoStepFromSomebodyWhoOnlyReadsIt() {
        long id = publishing.released("Vi läser högt", "Varje dag.");
        for (String kind : List.of("RELEASED", "WITHDRAWN")) {
            assertThat(catchThrowable(() -> stage.does(
                            stage.neighbour,
                            () -> stage.bean(TransactionTemplate.class)
                                    .executeWithoutResult(status -> stage.bean(StoredPublications.class)
                                            .step(id, Standing.valueOf(kind), "Nej", false)))))
                    .hasStackTraceContaining("row-level security");
        }
    }

    private long seenByNobody(long id) {
        Long seen = stage.bean(TransactionTemplate.class)
                .execute(status -> stage.bean(JdbcClient.class)
                        .sql("select count(*) from reporting.publication where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single());
        return seen == null ? -1 : seen;
    }
}
