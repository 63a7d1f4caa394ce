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
import se.samverkan.reporting.aggregate.Aggregates;
import se.samverkan.reporting.aggregate.ManyCases;
import se.samverkan.reporting.aggregate.Topic;
import se.samverkan.reporting.release.Releases.Proposal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.statistics.disclosure.CountedTable;
import se.samverkan.statistics.disclosure.Masking;
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
                        "tillsammans med det som redan är släppt",
                        "version 1",
                        "som redan är släppt, och skulle gå att räkna fram");
        assertThat(proposal().masked()).containsExactlyElementsOf(masked);
        assertThat(stage.as(publisher, () -> release(proposal().masked()))).isNotEmpty();
    }

    /** Another choice that gives nothing away by itself, found by trying: what is of too few, and others beside it. */
    private Set<Place> shifted(List<Place> masked) {
        return stage.as(publisher, () -> {
            CountedTable counted = java.util.Objects.requireNonNull(stage.bean(Aggregates.class)
                    .counted(releases().programme(stage.office, CaseStage.VARIANT))
                    .get(Topic.UNITS));
            Masking alone = new Masking(counted, Topic.UNITS.rule());
            return masked.stream()
                    .filter(place -> counted.at(place).contributors() >= Topic.LIMIT)
                    .map(shown -> without(alone, counted, masked, shown))
                    .filter(choice -> !choice.isEmpty())
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** The same without one of them, and with as many others as that needs; empty where that cannot be. */
    private static Set<Place> without(Masking alone, CountedTable counted, List<Place> masked, Place shown) {
        Set<Place> choice = new java.util.LinkedHashSet<>(masked);
        choice.remove(shown);
        for (Place more : counted.places()) {
            if (alone.findings(choice).isEmpty()) {
                return choice;
            }
            if (!more.equals(shown)) {
                choice.add(more);
            }
        }
        return Set.of();
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
