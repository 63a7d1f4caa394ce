package se.samverkan.partnership.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.RunningCase;
import se.samverkan.partnership.staffing.StoredStaffing.Candidate;
import se.samverkan.partnership.staffing.StoredStaffing.Draft;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.SamverkanTest;

/** The load of facilitators across cases: how many, in which terms, and who has least. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class LoadTests {

    @Autowired
    WebApplicationContext application;

    private RunningCase stage;
    private long busy;
    private long free;

    @BeforeEach
    void twoFacilitators() {
        stage = new RunningCase(application);
        busy = stage.cast.player("Bea", Role.PROCESS_FACILITATOR, stage.agency);
        free = stage.cast.player("Adam", Role.PROCESS_FACILITATOR, stage.agency);
    }

    private void facilitates(long person, long partnership, LocalDate to) {
        stage.does(
                stage.officer,
                () -> stage.bean(CaseStaffing.class)
                        .give(
                                partnership,
                                person,
                                new Draft(
                                        Role.PROCESS_FACILITATOR,
                                        Optional.empty(),
                                        Optional.empty(),
                                        stage.today,
                                        Optional.ofNullable(to))));
    }

    private Load load(long person) {
        return loads().stream()
                .filter(each -> each.person() == person)
                .findFirst()
                .orElseThrow();
    }

    private List<Load> loads() {
        return stage.as(stage.officer, () -> stage.bean(Loads.class).all());
    }

    @Test
    void countsLiveCasesTermByTerm() {
        long second = stage.open(stage.cast.organisation("Andrakommunen"));
        Period now = Period.termOf(stage.today);
        facilitates(busy, stage.id, null);
        facilitates(busy, second, now.plusTerms(1).firstDayOfTerm());

        assertThat(load(busy).count()).isEqualTo(2);
        assertThat(load(busy).in(now)).isEqualTo(2);
        assertThat(load(busy).in(now.plusTerms(2))).isEqualTo(1);
        assertThat(load(busy).in(now.plusTerms(9))).isZero();
        assertThat(load(free).count()).isZero();
        stage.cast
                .behind()
                .sql("update partnership.partnership set standing = 'COMPLETED' where id = ?")
                .param(second)
                .update();
        assertThat(load(busy).count()).as("a case that has ended").isEqualTo(1);
    }

    @Test
    void offersThoseWithTheLeastFirst() {
        facilitates(busy, stage.open(stage.cast.organisation("Andrakommunen")), null);

        List<Candidate> candidates = stage.as(
                stage.officer,
                () -> stage.bean(CaseStaffing.class).candidates(stage.id, Role.PROCESS_FACILITATOR, Optional.empty()));

        assertThat(candidates).extracting(Candidate::person).containsSubsequence(free, busy);
        assertThat(candidates)
                .filteredOn(each -> each.person() == busy)
                .singleElement()
                .satisfies(each -> assertThat(each.cases()).isEqualTo(1));
        assertThat(stage.page(stage.officer, "/people/new?role=PROCESS_FACILITATOR&unit="))
                .contains("Bea – ett samverkansärende nu");
    }

    @Test
    void isForThoseWhoRunCasesAndOfTheirOwn() {
        facilitates(busy, stage.id, null);
        RunningCase other = new RunningCase(application);

        assertThat(loads()).extracting(Load::person).contains(busy, free);
        assertThat(other.as(other.officer, () -> other.bean(Loads.class).all()))
                .extracting(Load::person)
                .doesNotContain(busy, free);
        assertThat(stage.refusal(stage.director, () -> stage.bean(Loads.class).all())
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_ALLOWED);
        assertThat(RunningCase.text(
                        stage.asks(stage.officer, MockMvcRequestBuilders.get("/partnerships/facilitators"))))
                .contains("Bea", "Provkommunen", "Inget ärende nu");
    }
}
