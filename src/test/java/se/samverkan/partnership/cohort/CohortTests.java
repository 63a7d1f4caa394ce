package se.samverkan.partnership.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.cohort.CohortRow.Next;
import se.samverkan.partnership.offer.Answer;
import se.samverkan.partnership.offer.OfferDraft;
import se.samverkan.partnership.offer.OfferStage;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.SamverkanTest;

/** Organisers that start together: common days, what is missing for each, and one start for all who are ready. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class CohortTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Cohorts cohorts;

    private OfferStage stage;
    private long cohort;

    @BeforeEach
    void aCohort() {
        stage = new OfferStage(application);
        cohort = stage.as(
                stage.officer, () -> cohorts.open(stage.office, "Hösten 2027", OfferStage.TWO, Period.parse("HT27")));
    }

    @Test
    void startsAllWhoAreReadyAndNobodyElse() {
        long offer = sent(stage);
        assertThat(rows()).singleElement().extracting(CohortRow::next).isEqualTo(Next.TO_ANSWER);
        assertThat(stage.reason(stage.officer, () -> cohorts.startReady(cohort)))
                .isEqualTo("partnership.cohort.refusal.nobody-ready");
        stage.says(stage.areaHead, offer, Answer.yes(stage.key(stage.first)));
        stage.says(stage.headTeacher, offer, Answer.yes(stage.key(stage.first)));
        assertThat(rows()).singleElement().extracting(CohortRow::next).isEqualTo(Next.TO_START);

        stage.does(stage.officer, () -> assertThat(cohorts.startReady(cohort)).isOne());
        assertThat(stage.read(offer).standing()).isEqualTo(Standing.RUNNING);
        assertThat(rows()).singleElement().extracting(CohortRow::next).isEqualTo(Next.GOES_ON);
    }

    @Test
    void hasDaysInCommonThatItsOrganisersSeeWhenTheyAreOffered() {
        stage.does(stage.officer, () -> cohorts.addDay(cohort, stage.today().plusDays(90), "Gemensam start"));
        long offer = sent(stage);
        assertThat(stage.page(stage.headTeacher, "/offers/" + offer)).contains("Gemensam start", "Hösten 2027");
        assertThat(stage.page(stage.officer, "/cohorts/" + cohort)).contains("Gemensam start", "Provkommunen");
        long day = stage.as(stage.officer, () -> cohorts.cohort(cohort))
                .days()
                .getFirst()
                .id();
        stage.does(stage.officer, () -> cohorts.takeAwayDay(cohort, day));
        assertThat(stage.page(stage.headTeacher, "/offers/" + offer)).doesNotContain("Gemensam start");
    }

    @Test
    void isChangedByWhoeverReadTheNewestVersion() {
        stage.does(stage.officer, () -> cohorts.change(cohort, 0, "Våren 2028", Period.parse("VT28")));
        assertThat(stage.as(stage.officer, () -> cohorts.cohort(cohort)).name()).isEqualTo("Våren 2028");
        assertThat(stage.refusal(stage.officer, () -> cohorts.change(cohort, 0, "Hösten", Period.parse("HT27")))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
        stage.does(stage.officer, () -> cohorts.addDay(cohort, stage.today().plusDays(90), "Gemensam start"));
        Cohort.Day day =
                stage.as(stage.officer, () -> cohorts.cohort(cohort)).days().getFirst();
        Cohort.Day later = new Cohort.Day(day.id(), day.day().plusDays(7), "Gemensam start i Lund");
        assertThat(stage.refusal(stage.officer, () -> cohorts.moveDay(cohort, 1, later))
                        .kind())
                .isEqualTo(Refusal.Kind.STALE);
        stage.does(stage.officer, () -> cohorts.moveDay(cohort, 2, later));
        assertThat(stage.as(stage.officer, () -> cohorts.cohort(cohort)).days())
                .singleElement()
                .satisfies(moved -> {
                    assertThat(moved.day()).isEqualTo(later.day());
                    assertThat(moved.name()).isEqualTo("Gemensam start i Lund");
                });
        assertThat(stage.reason(stage.director, () -> cohorts.change(cohort, 3, "Min", Period.parse("VT28"))))
                .isEqualTo("refusal.not-seen");
        assertThat(stage.page(stage.officer, "/cohorts/" + cohort + "/edit")).contains("Våren 2028");
    }

    @Test
    void tellsThePhaseAndWhatIsLooseInEachCase() {
        long offer = sent(stage);
        stage.says(stage.areaHead, offer, Answer.yes(stage.key(stage.first)));
        stage.says(stage.headTeacher, offer, Answer.yes(stage.key(stage.first)));
        stage.does(stage.officer, () -> cohorts.startReady(cohort));
        assertThat(stage.page(stage.officer, "/cohorts/" + cohort)).contains("Ingen fas");
        long partnership = stage.read(offer).partnership();
        stage.behind("insert into partnership.phase_begun (partnership, unit, phase, day, made_by) values ("
                + partnership + ", " + stage.first + ", 'analysis', current_date - 800, " + stage.officer + ")");
        assertThat(stage.page(stage.officer, "/cohorts/" + cohort))
                .contains("lösa trådar", "href=\"/partnerships/" + partnership + "\"")
                .doesNotContain("Ingen fas");
    }

    @Test
    void isUnseenByOthersAndItsNameIsItsOwn() {
        assertThat(stage.refusal(stage.strangers().get(1), () -> cohorts.cohort(cohort))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_SEEN);
        assertThat(stage.refusal(stage.director, () -> cohorts.cohort(cohort)).kind())
                .isEqualTo(Refusal.Kind.NOT_SEEN);
        assertThat(stage.reason(
                        stage.officer,
                        () -> cohorts.open(stage.office, "Hösten 2027", OfferStage.TWO, Period.parse("HT27"))))
                .isEqualTo("partnership.cohort.refusal.name-taken");
    }

    private long sent(OfferStage stage) {
        OfferDraft alone = stage.draft(OfferStage.TWO, stage.first);
        return stage.sent(new OfferDraft(
                alone.owner(),
                alone.organiser(),
                alone.variant(),
                alone.round(),
                alone.units(),
                Optional.of(cohort),
                alone.firstTerm(),
                alone.lastDay(),
                alone.why(),
                alone.message()));
    }

    private List<CohortRow> rows() {
        return stage.as(stage.officer, () -> cohorts.rows(cohort));
    }
}
