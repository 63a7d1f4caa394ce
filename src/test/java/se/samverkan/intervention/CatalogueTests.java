package se.samverkan.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;
import se.samverkan.testing.SamverkanTest;

/** Who offers what: read by everybody who works in the programme, written by each provider alone, by form and by file. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=intervention")
class CatalogueTests {

    @Autowired
    WebApplicationContext application;

    private InterventionStage stage;
    private String provider;

    @BeforeEach
    void twoProviders() {
        stage = new InterventionStage(application);
        provider = "/catalogue/providers/" + stage.universityKey;
    }

    @Test
    void isReadByAllWhoWorkInTheProgrammeOnceItIsOffered() {
        long id = stage.offer(
                stage.coordinator,
                stage.universityKey,
                "A",
                "said",
                "Det tog en termin.",
                "capacity",
                "VT27: 3, HT27: 0",
                "places",
                "Provby");
        for (long reader : List.of(
                stage.theCase.running.headTeacher,
                stage.theCase.running.officer,
                stage.theCase.facilitator,
                stage.adviser)) {
            assertThat(stage.theCase.page(reader, "/catalogue/" + id))
                    .contains("Läsning i alla ämnen", "Det tog en termin.", "plats för 3 grupper", "fullt", "Provby")
                    .doesNotContain("/catalogue/" + id + "/edit");
        }
        assertThat(stage.theCase.page(stage.theCase.running.headTeacher, provider))
                .contains("Läsning i alla ämnen");
        assertThat(stage.theCase.status(stage.theCase.staff, "/catalogue")).isEqualTo(403);
    }

    @Test
    void isSeenByTheProviderAloneUntilItIsOffered() {
        long id =
                stage.offer(stage.coordinator, stage.universityKey, "A", "offered", "", "entry-title", "Inte klart än");
        assertThat(stage.theCase.page(stage.coordinator, "/catalogue/" + id)).contains("Bara ni ser den här insatsen");
        for (long other : List.of(stage.theCase.running.headTeacher, stage.adviser)) {
            assertThat(stage.theCase.status(other, "/catalogue/" + id)).isEqualTo(404);
            assertThat(stage.theCase.page(other, "/catalogue?provider=" + stage.universityKey))
                    .doesNotContain("Inte klart än");
        }
    }

    @Test
    void isWrittenByItsOwnProviderOnly() {
        long id = stage.offer(stage.coordinator, stage.universityKey, "A");
        assertThat(stage.theCase.status(stage.adviser, "/catalogue/" + id + "/edit"))
                .isEqualTo(403);
        assertThat(stage.theCase
                        .sends(stage.adviser, "/catalogue/" + id + "/edit", InterventionStage.entry("A"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(stage.theCase.status(stage.adviser, provider + "/new")).isEqualTo(403);
        assertThat(stage.sendsFile(stage.adviser, provider + "/preview", "x").getStatus())
                .isEqualTo(403);
        Integer changed = stage.as(
                stage.adviser,
                () -> stage.theCase
                        .bean(TransactionTemplate.class)
                        .execute(status -> stage.theCase
                                .bean(JdbcClient.class)
                                .sql("update intervention.entry set title = 'Mitt' where id = ?")
                                .param(id)
                                .update()));
        assertThat(changed).isZero();
        assertThatThrownBy(() -> stage.as(
                        stage.adviser,
                        () -> stage.theCase
                                .bean(TransactionTemplate.class)
                                .execute(status -> stage.theCase
                                        .bean(JdbcClient.class)
                                        .sql("""
                                insert into intervention.entry (organisation, ref, title, shape, levels, themes, work, terms,
                                    languages, base, heard)
                                values (?, 'x', 'x', 'SINGLE', '{TEACHING}', '{ABSENCE}', 'COURSE', 1, '{SWEDISH}',
                                    'RESEARCH', '')
                                """)
                                        .param(stage.university)
                                        .update())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void ofAnOrganisersOwnStaffIsSeenByThatOrganiserOnly() {
        String key = stage.theCase
                .running
                .cast
                .behind()
                .sql("select key from organisation.organisation where id = ?")
                .param(stage.theCase.running.organiser)
                .query(String.class)
                .single();
        long id = stage.offer(stage.theCase.running.coordinator, key, "A", "entry-title", "Egna matematikutvecklare");
        assertThat(stage.theCase.page(stage.theCase.running.headTeacher, "/catalogue/" + id))
                .contains("Egna matematikutvecklare");
        for (long other : List.of(stage.theCase.running.stranger, stage.adviser, stage.theCase.running.officer)) {
            assertThat(stage.theCase.status(other, "/catalogue/" + id)).isEqualTo(404);
            assertThat(stage.theCase.status(other, "/catalogue/providers/" + key))
                    .isEqualTo(404);
        }
    }

    @Test
    void isFoundByWordsAsASwedeHearsThemAndByWhatItIsAbout() {
        stage.offer(stage.coordinator, stage.universityKey, "A", "entry-title", "Fritidshem som läser");
        stage.offer(
                stage.coordinator,
                stage.universityKey,
                "B",
                "entry-title",
                "Åtgärder mot frånvaro",
                "themes",
                "ABSENCE");
        String here = "&provider=" + stage.universityKey;
        long reader = stage.theCase.running.headTeacher;

        assertThat(stage.theCase.page(reader, "/catalogue?words=fritidshemmet" + here))
                .contains("Fritidshem som läser")
                .doesNotContain("Åtgärder mot frånvaro");
        assertThat(stage.theCase.page(reader, "/catalogue?words=åtgärd" + here)).contains("Åtgärder mot frånvaro");
        assertThat(stage.theCase.page(reader, "/catalogue?words=atgard" + here)).contains("Inget passar");
        assertThat(stage.theCase.page(reader, "/catalogue?theme=ABSENCE" + here))
                .contains("Åtgärder mot frånvaro")
                .doesNotContain("Fritidshem som läser");
    }

    @Test
    void keepsWhatWasWrittenAndTellsEachFieldThatIsWrong() {
        MockHttpServletResponse refused = stage.theCase.sends(
                stage.coordinator,
                provider + "/new",
                InterventionStage.entry("A", "terms", "nio", "places", "Ingenstans", "capacity", "snart"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(refused))
                .contains("Skriv ett heltal från 1 till 8", "”Ingenstans” känns inte igen", "”snart” går inte att läsa")
                .contains("value=\"nio\"");
        stage.offer(stage.coordinator, stage.universityKey, "A");
        assertThat(InterventionStage.text(
                        stage.theCase.sends(stage.coordinator, provider + "/new", InterventionStage.entry("A"))))
                .contains("redan en insats med beteckningen A");
    }

    @Test
    void showsBothToTheSecondOfTwo() {
        long id = stage.offer(stage.coordinator, stage.universityKey, "A");
        String edit = "/catalogue/" + id + "/edit";
        assertThat(stage.theCase
                        .sends(stage.coordinator, edit, InterventionStage.entry("A", "entry-title", "Läsning för alla"))
                        .getStatus())
                .isEqualTo(303);
        MockHttpServletResponse stale = stage.theCase.sends(
                stage.coordinator,
                edit,
                InterventionStage.entry(
                        "A", "entry-title", "Läsning varje dag", "seen.entry-title", "Läsning i alla ämnen"));
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(InterventionStage.text(stale)).contains("Läsning för alla", "Läsning varje dag");
    }

    @Test
    void comesBackFromItsOwnFileAsItWas() {
        stage.offer(
                stage.coordinator,
                stage.universityKey,
                "A",
                "entry-words",
                "Rad ett; med semikolon\noch \"citat\"",
                "capacity",
                "VT27: 3, HT27: 2",
                "places",
                "Provby",
                "hours",
                "40",
                "said",
                "=bra");
        for (String language : List.of("sv", "en")) {
            stage.theCase
                    .running
                    .cast
                    .behind()
                    .sql("update access.person set language = ? where id = ?")
                    .params(language, stage.coordinator)
                    .update();
            String file = new String(
                    stage.theCase.file(stage.coordinator, provider + "/catalogue.csv"),
                    java.nio.charset.StandardCharsets.UTF_8);
            assertThat(file).contains("Läsning i alla ämnen").startsWith("\uFEFF");
            assertThat(InterventionStage.text(stage.sendsFile(stage.coordinator, provider + "/preview", file)))
                    .containsAnyOf("en oförändrad", "one unchanged")
                    .doesNotContain("seen-catalogue");
        }
    }

    private static final String FILE = """
            Er beteckning;Namn;Omfattning;Nivå;Teman;Arbetsform;Antal terminer;Språk;Vilar på;Erbjuds;Pris
            A;Läsning för alla;Paket;Undervisningen;Språk och läsning, Bedömning och betyg;Kurs;3;Svenska;Forskning;ja;1
            B;Ny insats;Enstaka insats;Huvudmannen;Frånvaro;Föreläsning;1;Svenska;Forskning;ja;1
            C;Fel;Lagom;Huvudmannen;Frånvaro;Föreläsning;tolv;Svenska;Forskning;ja;1
            B;En gång till;Paket;Huvudmannen;Frånvaro;Föreläsning;1;Svenska;Forskning;ja;1
            D;Ring 19121212-1212;Paket;Huvudmannen;Frånvaro;Föreläsning;1;Svenska;Forskning;ja;1
            """;

    @Test
    void isTakenInFromAFileAfterItHasBeenTriedWithErrorsByTheLine() {
        stage.offer(stage.coordinator, stage.universityKey, "A");
        stage.offer(stage.coordinator, stage.universityKey, "Z");
        String tried = InterventionStage.text(stage.sendsFile(stage.coordinator, provider + "/preview", FILE));
        assertThat(tried)
                .contains("En ny insats, en ändrad", "En insats står inte i filen", "Kolumner som inte läses: Pris")
                .contains("Rad 4, Omfattning:", "”Lagom” känns inte igen", "Rad 4, Antal terminer:")
                .contains("Rad 5, Er beteckning: Beteckningen B står redan på rad 3", "Rad 6, Namn:")
                .doesNotContain("19121212");
        assertThat(stage.theCase.page(stage.coordinator, provider)).doesNotContain("Ny insats");

        assertThat(takeIn(tried).getStatus()).isEqualTo(303);
        assertThat(stage.theCase.page(stage.coordinator, provider)).contains("Läsning för alla", "Ny insats");
        assertThat(stage.theCase.running.told("catalogue.taken-in", stage.university))
                .isEqualTo(1);
    }

    private MockHttpServletResponse takeIn(String tried) {
        return stage.theCase.sends(
                stage.coordinator,
                provider + "/entries",
                "version",
                "0",
                "lines",
                hidden(tried, "lines"),
                "seen-catalogue",
                hidden(tried, "seen-catalogue"));
    }

    private static String hidden(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(field.find()).isTrue();
        return HtmlUtils.htmlUnescape(field.group(1));
    }

    @Test
    void isNotTakenInOverWhatSomebodyHasChangedMeanwhile() {
        stage.offer(stage.coordinator, stage.universityKey, "A");
        String tried = InterventionStage.text(stage.sendsFile(stage.coordinator, provider + "/preview", FILE));
        stage.offer(stage.coordinator, stage.universityKey, "Q");
        MockHttpServletResponse refused = takeIn(tried);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(refused)).contains("Någon har ändrat i utbudet sedan du prövade filen");
        assertThat(stage.theCase.page(stage.coordinator, provider)).doesNotContain("Ny insats");
    }

    @Test
    void refusesAFileWithHalfTheColumnsInWords() {
        MockHttpServletResponse refused = stage.sendsFile(
                stage.coordinator,
                provider + "/preview",
                "Er beteckning;Namn;Omfattning;Nivå\nA;Läsning;Paket;Huvudmannen\n");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(refused))
                .contains("Filen saknar 5 kolumner som behövs: Teman, Arbetsform, Antal terminer, Språk, Vilar på")
                .contains("Inget är ändrat");
        assertThat(stage.sendsFile(stage.coordinator, provider + "/preview", "").getStatus())
                .isEqualTo(422);
    }
}
