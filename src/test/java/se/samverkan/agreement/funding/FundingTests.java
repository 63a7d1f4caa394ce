package se.samverkan.agreement.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samverkan.agreement.AgreementStage.NOTHING;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.agreement.AgreementStage;
import se.samverkan.agreement.funding.FundingView.Instalment;
import se.samverkan.agreement.funding.FundingView.Kind;
import se.samverkan.shared.Money;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** The money of a partnership, exact to the öre: each party says what is its own to say. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=agreement")
class FundingTests {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 12);

    @Autowired
    WebApplicationContext application;

    private AgreementStage stage;

    @BeforeEach
    void aPartnership() {
        stage = new AgreementStage(application, "sbs");
    }

    @Test
    void countsEverySumFromItsEntries() {
        long id = decided(new Money(100_000_01));
        enter(stage.director, id, Kind.REQUISITION, new Money(60_000_01));
        enter(stage.officer, id, Kind.PAYMENT, new Money(60_000_01));
        enter(stage.director, id, Kind.ACCOUNT, new Money(59_999_99));
        enter(stage.officer, id, Kind.REPAYMENT, new Money(2));

        FundingView view = seen(stage.officer, id);
        assertThat(view.unpaid()).isEqualTo(Money.kronor(40_000));
        assertThat(view.unaccounted()).isEqualTo(Money.NOTHING);
    }

    @Test
    void refusesToPayOutOrRequisitionMoreThanWasDecided() {
        long id = decided(Money.kronor(1000));
        enter(stage.officer, id, Kind.PAYMENT, Money.kronor(999));

        assertThat(stage.refusal(stage.officer, () -> enterAsIs(id, Kind.PAYMENT, new Money(101))))
                .isEqualTo("agreement.refusal.too-much.PAYMENT");
        assertThat(stage.refusal(stage.director, () -> enterAsIs(id, Kind.REQUISITION, new Money(100_001))))
                .isEqualTo("agreement.refusal.too-much.REQUISITION");
        assertThat(stage.refusal(stage.officer, () -> enterAsIs(id, Kind.REPAYMENT, Money.kronor(1000))))
                .isEqualTo("agreement.refusal.too-much.REPAYMENT");
    }

    @Test
    void paysOutNoMoreWhenTwoEnterAtTheSameTime() {
        long id = decided(Money.kronor(1000));
        List<CompletableFuture<Void>> both = IntStream.range(0, 2)
                .mapToObj(n ->
                        CompletableFuture.runAsync(() -> enter(stage.officer, id, Kind.PAYMENT, Money.kronor(600))))
                .toList();
        both.forEach(each -> each.handle((done, failed) -> true).join());

        assertThat(seen(stage.officer, id).sum(Kind.PAYMENT)).isEqualTo(Money.kronor(600));
    }

    @Test
    void letsEachPartyEnterItsOwnAndNotTheOthers() {
        long id = decided(Money.kronor(1000));

        assertThat(stage.refusal(stage.officer, () -> enterAsIs(id, Kind.REQUISITION, Money.kronor(1))))
                .isEqualTo("agreement.refusal.not-yours.ORGANISER");
        assertThat(stage.refusal(stage.director, () -> enterAsIs(id, Kind.PAYMENT, Money.kronor(1))))
                .isEqualTo("agreement.refusal.not-yours.AGENCY");
        assertThat(stage.refusal(stage.neighbour, () -> funding().funding(id))).isEqualTo("refusal.not-seen");
    }

    /** The same in the database, whatever the door says. */
    @Test
    void refusesTheOthersEntriesInTheDatabase() {
        long id = decided(Money.kronor(1000));

        assertThatThrownBy(() -> stage.rows(
                        stage.director,
                        "insert into agreement.funding_entry (funding, kind, day, amount) values (" + id
                                + ", 'PAYMENT', '2027-03-12', 1) returning kind"))
                .isInstanceOf(DataAccessException.class);
        assertThat(stage.rows(stage.neighbour, "select number::text from agreement.funding where id = " + id))
                .isEmpty();
        assertThat(stage.rows(stage.headTeacher, "select number::text from agreement.funding where id = " + id))
                .isEmpty();
    }

    @Test
    void countsNoMoreAnEntryThatIsStruck() {
        long id = decided(Money.kronor(1000));
        enter(stage.officer, id, Kind.PAYMENT, Money.kronor(1000));
        long entry = seen(stage.officer, id).entries().getFirst().id();
        stage.does(stage.officer, () -> funding().withdraw(id, entry, new FreeText("Fel belopp", "")));

        assertThat(seen(stage.officer, id).sum(Kind.PAYMENT)).isEqualTo(Money.NOTHING);
        assertThat(seen(stage.officer, id).entries()).hasSize(1);
        assertThat(stage.refusal(stage.officer, () -> funding().withdraw(id, entry, new FreeText("Igen", ""))))
                .isEqualTo("agreement.refusal.withdrawn-already");
    }

    @Test
    void refusesInstalmentsThatDoNotComeToTheWhole() {
        FundingDraft draft = new FundingDraft(
                "", DAY, "Handledning", Money.kronor(1000), List.of(new Instalment(1, DAY, Money.kronor(999))));

        assertThat(stage.refusal(stage.officer, () -> funding().decide(stage.partnership, draft)))
                .isEqualTo("agreement.refusal.instalments");
    }

    @Test
    void doesNotExistInAProgrammeWithoutFunding() {
        AgreementStage municipal = new AgreementStage(application, "ksbs");

        assertThat(municipal.refusal(municipal.officer, () -> funding().toDecide(municipal.partnership)))
                .isEqualTo("agreement.refusal.no-funding");
    }

    private Funding funding() {
        return stage.bean(Funding.class);
    }

    private long decided(Money amount) {
        FundingDraft draft = new FundingDraft("2027:12", DAY, "Handledning", amount, List.of());
        return stage.as(stage.officer, () -> funding().decide(stage.partnership, draft));
    }

    private void enter(long person, long id, Kind kind, Money amount) {
        stage.does(person, () -> enterAsIs(id, kind, amount));
    }

    private void enterAsIs(long id, Kind kind, Money amount) {
        funding().enter(id, kind, DAY, amount, NOTHING);
    }

    private FundingView seen(long person, long id) {
        return stage.as(person, () -> funding().funding(id));
    }
}
