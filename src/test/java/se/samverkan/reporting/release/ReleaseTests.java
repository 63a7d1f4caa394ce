package se.samverkan.reporting.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.CaseStage;
import se.samverkan.reporting.aggregate.ManyCases;
import se.samverkan.reporting.aggregate.OtherMasking;
import se.samverkan.reporting.aggregate.Topic;
import se.samverkan.reporting.release.Releases.Proposal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.statistics.disclosure.Place;
import se.samverkan.testing.SamverkanTest;

/** Open data is what somebody released after the audit let it through, in versions that stand, for everybody. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=programme-report")
class ReleaseTests {

    @Autowired
    WebApplicationContext application;

    private CaseStage stage;
    private long publisher;

    @BeforeEach
    void people() {
        stage = new CaseStage(application);
        publisher = stage.cast.player("Ulla Utgivare", Role.PUBLISHER, stage.office);
        ManyCases.fill(stage, 25);
    }

    private Releases releases() {
        return stage.bean(Releases.class);
    }

    private Proposal proposal() {
        return stage.as(publisher, () -> releases().proposal(stage.office, CaseStage.VARIANT, Topic.UNITS));
    }

    private String release(Collection<Place> masked) {
        return stage.as(
                publisher,
                () -> releases()
                        .release(
                                stage.office,
                                CaseStage.VARIANT,
                                Topic.UNITS,
                                masked,
                                new FreeText("Första versionen.", "")));
    }

    private String dataset() {
        return release(proposal().masked()).substring("/open-data/".length());
    }

    private MockHttpServletResponse asks(long person, String path) {
        return stage.asks(person, MockMvcRequestBuilders.get(path));
    }

    @Test
    void releasesWhatTheAuditLetsThroughAndTellsItInTheLog() {
        String dataset = dataset();
        assertThat(releases().version(dataset, "latest").version()).isEqualTo(1);
        assertThat(stage.cast
                        .behind()
                        .sql(
                                "select count(*) from records.audit_entry where what = 'reporting.data-released' and organisation = ?")
                        .param(stage.office)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesATableFromWhichAMaskedNumberCanBeFoundAndSaysWhich() {
        List<Place> masked = proposal().masked();
        assertThat(masked).hasSizeGreaterThan(2);
        Set<Place> tooFew = Set.copyOf(masked.subList(0, 1));
        assertThat(stage.reason(publisher, () -> release(tooFew))).isEqualTo("release.refusal.gives-away");
        MockHttpServletResponse answer = stage.asks(
                publisher,
                MockMvcRequestBuilders.post("/releases/" + stage.office + "/" + CaseStage.VARIANT + "/units")
                        .param("version", "0")
                        .param("once", java.util.UUID.randomUUID().toString())
                        .param("chosen", "true")
                        .param("mask", tooFew.iterator().next().key()));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(CaseStage.text(answer)).contains("bygger på för få").contains("Tabellen går inte att släppa");
    }

    @Test
    void triesAChoiceWithoutReleasingIt() {
        MockHttpServletResponse answer = stage.asks(
                publisher,
                MockMvcRequestBuilders.post("/releases/" + stage.office + "/" + CaseStage.VARIANT + "/units")
                        .param("version", "0")
                        .param("once", java.util.UUID.randomUUID().toString())
                        .param("chosen", "true")
                        .param("deed", "try"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(CaseStage.text(answer)).contains("Tabellen går inte att släppa så här");
    }

    @Test
    void leadsToTheTablesThatHaveSomethingToShow() {
        assertThat(CaseStage.text(asks(publisher, "/releases"))).contains("/releases/" + stage.office + "/ksbs");
        assertThat(CaseStage.text(asks(publisher, "/releases/" + stage.office + "/ksbs")))
                .contains("/releases/" + stage.office + "/ksbs/units");
    }

    @Test
    void givesEachVersionANumberAndLetsTheOldOneStand() {
        String dataset = dataset();
        ManyCases.fill(stage, 10);
        dataset();
        assertThat(releases().versions(dataset)).extracting(Release::version).containsExactly(2, 1);
        assertThat(releases().version(dataset, "latest").version()).isEqualTo(2);
        assertThat(releases().version(dataset, "1").table())
                .isNotEqualTo(releases().version(dataset, "2").table());
    }

    /** The first version masks less than the second, so what the second masks can be read in the first. */
    @Test
    void refusesAVersionThatTogetherWithTheOneBeforeGivesAwayWhatItMasks() {
        List<Place> masked = proposal().masked();
        release(masked);
        Set<Place> shifted = shifted(masked);
        assertThat(stage.reason(publisher, () -> release(shifted))).isEqualTo("release.refusal.gives-away");
        MockHttpServletResponse answer = stage.asks(
                publisher,
                MockMvcRequestBuilders.post("/releases/" + stage.office + "/" + CaseStage.VARIANT + "/units")
                        .param("version", "0")
                        .param("once", java.util.UUID.randomUUID().toString())
                        .param("chosen", "true")
                        .param("mask", shifted.stream().map(Place::key).toArray(String[]::new)));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(CaseStage.text(answer))
                .contains(
                        "tillsammans med det som redan går att läsa",
                        "version 1",
                        "som redan går att läsa, och skulle gå att räkna fram");
        assertThat(proposal().masked()).containsExactlyElementsOf(masked);
        assertThat(stage.as(publisher, () -> release(proposal().masked()))).isNotEmpty();
    }

    private Set<Place> shifted(List<Place> masked) {
        return stage.as(
                publisher, () -> OtherMasking.of(stage, releases().programme(stage.office, CaseStage.VARIANT), masked));
    }

    /** A report that has been handed in lies where it was sent, and is read beside what is released. */
    @Test
    void refusesATableThatGivesAwayWhatAReportThatWasHandedInMasks() {
        String edition = handedIn();
        List<Place> masked = proposal().masked();
        Set<Place> shifted = shifted(masked);
        assertThat(stage.reason(publisher, () -> release(shifted))).isEqualTo("release.refusal.gives-away");
        MockHttpServletResponse answer = stage.asks(
                publisher,
                MockMvcRequestBuilders.post("/releases/" + stage.office + "/" + CaseStage.VARIANT + "/units")
                        .param("version", "0")
                        .param("once", java.util.UUID.randomUUID().toString())
                        .param("chosen", "true")
                        .param("mask", shifted.stream().map(Place::key).toArray(String[]::new)));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(CaseStage.text(answer))
                .contains(", årsrapport " + stage.today().getYear());
        assertThat(stage.as(publisher, () -> release(masked))).isNotEmpty();
        assertThat(edition).startsWith("/editions/");
    }

    private String handedIn() {
        String edition = java.util.Objects.requireNonNull(sends(
                        "/editions",
                        "programme",
                        stage.office + "/" + CaseStage.VARIANT,
                        "year",
                        Integer.toString(stage.today().getYear()))
                .getRedirectedUrl());
        sends(edition, "version", "1", "text-summary", "Det viktigaste.");
        sends(edition + "/handing-in", "version", "2");
        return edition;
    }

    private MockHttpServletResponse sends(String path, String... fields) {
        var form = MockMvcRequestBuilders.post(path)
                .param("once", java.util.UUID.randomUUID().toString());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        MockHttpServletResponse answer = stage.asks(stage.officer, form);
        assertThat(answer.getStatus()).as(path).isEqualTo(303);
        return answer;
    }

    @Test
    void takesAVersionBackWithTheReasonAndItsFilesAreGone() {
        String dataset = dataset();
        long id = releases().version(dataset, "1").id();
        stage.does(publisher, () -> releases().withdraw(id, new FreeText("Fel län.", "")));
        assertThat(asks(publisher, "/open-data/" + dataset + "/1.csv").getStatus())
                .isEqualTo(404);
        assertThat(CaseStage.text(asks(publisher, "/open-data/" + dataset))).contains("Fel län.");
        assertThat(stage.reason(publisher, () -> releases().withdraw(id, new FreeText("Igen.", ""))))
                .isEqualTo("release.refusal.withdrawn");
    }

    @Test
    void isReleasedByNobodyElse() {
        assertThat(stage.reason(stage.officer, () -> releases().proposal(stage.office, CaseStage.VARIANT, Topic.UNITS)))
                .isEqualTo("refusal.verb.RELEASE_OPEN_DATA");
        long other = stage.cast.player("Annan Utgivare", Role.PUBLISHER, stage.cast.agency("Annan myndighet"));
        assertThat(stage.reason(other, () -> releases().proposal(stage.office, CaseStage.VARIANT, Topic.UNITS)))
                .isEqualTo("refusal.verb.RELEASE_OPEN_DATA");
    }

    @Test
    void cannotBeChangedEvenBehindTheDoors() {
        String dataset = dataset();
        assertThatThrownBy(() -> stage.cast
                        .behind()
                        .sql("update reporting.release set content = '{}' where dataset = ?")
                        .param(dataset)
                        .update())
                .hasMessageContaining("stands");
    }

    @Test
    void writesALineForEachNumberWithMaskedOnesSaid() {
        String dataset = dataset();
        String csv = CaseStage.text(asks(publisher, "/open-data/" + dataset + "/latest.csv"));
        assertThat(csv).startsWith("row,row_sv,row_en,column,column_sv,column_en,status,value\r\n");
        assertThat(csv).contains(",masked,\r\n").contains(",shown,");
    }
}
