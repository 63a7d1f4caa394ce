package se.samverkan.selection.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.selection.ExclusionHint;
import se.samverkan.selection.RoundStage;
import se.samverkan.selection.material.Exclusions;
import se.samverkan.selection.round.RoundMaterial.Reason;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** Whom a round shall not choose: who says so, what it changes, and how it is taken back. */
@SamverkanTest
@Import(ExclusionTests.AHigherRoom.class)
class ExclusionTests {

    private static final FreeText NOTHING = new FreeText("", "");

    /** Stands for a room that comes above this one: it knows that the first unit has support. */
    @TestConfiguration
    static class AHigherRoom {

        static volatile long supported;

        @Bean
        ExclusionHint supportElsewhere() {
            return unit -> unit == supported
                    ? List.of(new ExclusionHint.Hint(
                            ExclusionHint.Ground.OTHER_SUPPORT, "selection.excluded.tag", List.of("stöd sedan 2026")))
                    : List.of();
        }
    }

    @Autowired
    WebApplicationContext beans;

    @Autowired
    TestDatabase database;

    @Autowired
    SelectionRounds rounds;

    @Autowired
    CriteriaSetting criteria;

    @Autowired
    CandidateLists lists;

    @Autowired
    Exclusions exclusions;

    private RoundStage stage;

    @BeforeEach
    void aRound() {
        stage = new RoundStage(beans, database);
    }

    @Test
    void takesTheUnitOutOfTheCountsAndShowsItWithItsReason() {
        CandidateList before = list();
        assertThat(before.candidates()).extracting(each -> each.unit().key()).contains(stage.key);

        exclude(Reason.CLOSING, "");

        CandidateList after = list();
        assertThat(after.candidates()).hasSize(before.candidates().size() - 1);
        assertThat(after.candidates()).extracting(each -> each.unit().key()).doesNotContain(stage.key);
        assertThat(after.count(Reading.Verdict.CANNOT_TELL)).isEqualTo(before.count(Reading.Verdict.CANNOT_TELL) - 1);
        assertThat(after.find(stage.key).flatMap(after::exclusion))
                .hasValueSatisfying(exclusion -> assertThat(exclusion.reason()).isEqualTo(Reason.CLOSING));
        assertThat(page("/candidates?show=EXCLUDED")).contains("Provskolan", "ska läggas ned");
        assertThat(page("/candidates?show=TOUCHED&q=Provskolan")).doesNotContain("undantagen: ska");
        assertThat(page("/candidates/" + stage.key)).contains("Enheten är undantagen: ska läggas ned.");
        assertThat(stage.told("round.excluded")).isOne();
    }

    @Test
    void isTakenBackAndStaysInSightWithWhoTookItBack() {
        exclude(Reason.CLOSING, "");
        long id = as(() -> exclusions.all(stage.round)).getFirst().id();

        stage.does(stage.officer, () -> exclusions.withdraw(stage.round, id));

        assertThat(list().candidates()).extracting(each -> each.unit().key()).contains(stage.key);
        assertThat(as(() -> exclusions.all(stage.round))).singleElement().satisfies(kept -> {
            assertThat(kept.trace().isStanding()).isFalse();
            assertThat(kept.trace().withdrawnBy()).isEqualTo("Hanna Handläggare");
        });
        assertThat(page("/exclusions")).contains("tillbakataget av Hanna Handläggare");
        assertThat(stage.reason(stage.officer, () -> exclusions.withdraw(stage.round, id)))
                .isEqualTo("selection.refusal.withdrawn-already");
        exclude(Reason.OTHER_SUPPORT, "");
        assertThat(as(() -> exclusions.standing(stage.round))).hasSize(1);
    }

    @Test
    void tellsTheSecondOfTwoAtOnceThatItIsExcludedAlready() throws Exception {
        Callable<String> excluding = () -> {
            try {
                exclude(Reason.CLOSING, "");
                return "excluded";
            } catch (Refusal refusal) {
                return refusal.reason();
            }
        };
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Future<String>> both = people.invokeAll(List.of(excluding, excluding));
            assertThat(List.of(both.getFirst().get(), both.getLast().get()))
                    .containsExactlyInAnyOrder("excluded", "selection.refusal.excluded-already");
        }
    }

    @Test
    void needsWordsForAReasonOfItsOwnAndAReasonForAPersonalIdentityNumber() {
        assertThat(stage.reason(stage.officer, () -> exclusions.exclude(stage.round, stage.key, Reason.OTHER, NOTHING)))
                .isEqualTo("selection.refusal.exclusion-note");
        assertThat(stage.reason(stage.officer, () -> new FreeText("Elev 811218-9876 har klagat", "")))
                .isEqualTo("shared.refusal.personal-number");
        stage.does(
                stage.officer,
                () -> exclusions.exclude(
                        stage.round, stage.key, Reason.OTHER, new FreeText("Se 811218-9876", "Ärendet heter så")));
        assertThat(as(() -> exclusions.standing(stage.round))).hasSize(1);
    }

    @Test
    void refusesAUnitOfAnotherSchoolFormAndWhoeverDoesNotPrepare() {
        String elsewhere = stage.cast
                .behind()
                .sql("select key from organisation.unit where id = ?")
                .param(stage.cast.unit("Utan skolform", stage.cast.organisation("Någon")))
                .query(String.class)
                .single();
        assertThat(stage.reason(
                        stage.officer, () -> exclusions.exclude(stage.round, elsewhere, Reason.CLOSING, NOTHING)))
                .isEqualTo("selection.refusal.unit-not-in-round");
        for (long other : List.of(stage.first, stage.decider)) {
            assertThat(stage.refusal(other, () -> exclusions.exclude(stage.round, stage.key, Reason.CLOSING, NOTHING))
                            .kind())
                    .isEqualTo(Refusal.Kind.NOT_ALLOWED);
        }
        for (long stranger : stage.strangers()) {
            assertThat(stage.refusal(stranger, () -> exclusions.all(stage.round))
                            .kind())
                    .isEqualTo(Refusal.Kind.NOT_SEEN);
            assertThat(stage.asks(stranger, get("/selection/" + stage.round + "/exclusions"))
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void isSuggestedByARoomAboveToThoseWhoPrepare() throws Exception {
        AHigherRoom.supported = stage.unit;

        assertThat(page("/candidates/" + stage.key))
                .contains("stöd sedan 2026", "/exclusions/new?unit=" + stage.key + "&amp;reason=OTHER_SUPPORT");
        assertThat(page("/exclusions/new?unit=" + stage.key + "&reason=OTHER_SUPPORT"))
                .contains("value=\"OTHER_SUPPORT\" selected");
        assertThat(page("/candidates/" + stage.otherKey)).doesNotContain("stöd sedan 2026");
        assertThat(stage.asks(stage.first, get("/selection/" + stage.round + "/candidates/" + stage.key))
                        .getContentAsString())
                .doesNotContain("stöd sedan 2026");
    }

    private void exclude(Reason reason, String note) {
        stage.does(stage.officer, () -> exclusions.exclude(stage.round, stage.key, reason, new FreeText(note, "")));
    }

    private CandidateList list() {
        return as(() -> lists.of(rounds.round(stage.round), criteria.current(stage.round)))
                .getFirst();
    }

    private <T> T as(java.util.function.Supplier<T> deed) {
        return stage.as(stage.officer, deed);
    }

    private String page(String path) {
        try {
            return stage.asks(stage.officer, get(java.net.URI.create("/selection/" + stage.round + path)))
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
