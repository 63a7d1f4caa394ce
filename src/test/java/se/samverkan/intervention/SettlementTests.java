package se.samverkan.intervention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.RunningCase;
import se.samverkan.testing.SamverkanTest;

/** A commission is invoiced against a funding decision, exact to the öre and never over its frame. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=intervention")
class SettlementTests {

    @Autowired
    WebApplicationContext application;

    private CommissionStage stage;
    private String money;
    private long funding;

    @BeforeEach
    void aFundingDecision() {
        stage = new CommissionStage(application);
        money = "/commissions/" + stage.id + "/money";
        RunningCase running = stage.stage.theCase.running;
        funding = running.cast
                .behind()
                .sql("""
                        insert into agreement.funding (partnership, number, owner_organisation, organiser, decided_on, purpose,
                            amount, made_by)
                        values (?, 1, ?, ?, access.today(), 'Kurser', 10000001, ?) returning id
                        """)
                .params(running.id, running.agency, running.organiser, running.officer)
                .query(Long.class)
                .single();
    }

    private MockHttpServletResponse frames(String amount) {
        return stage.sends(
                stage.client,
                money + "/frames",
                "version",
                "0",
                "funding",
                Long.toString(funding),
                "frame-amount",
                amount);
    }

    private MockHttpServletResponse invoices(long person, String number, String amount) {
        long frame = stage.stage
                .theCase
                .running
                .cast
                .behind()
                .sql("select coalesce(max(id), 0) from intervention.commission_frame where commission = ?")
                .param(stage.id)
                .query(Long.class)
                .single();
        return stage.sends(
                person,
                money + "/invoices",
                "version",
                "0",
                "frame",
                Long.toString(frame),
                "invoice-number",
                number,
                "invoice-day",
                stage.today.toString(),
                "invoice-amount",
                amount,
                "invoice-words",
                "Två träffar");
    }

    private String page(long person) {
        return stage.stage.theCase.page(person, money).replace('\u202f', ' ');
    }

    @Test
    void tellsWhatHasBeenInvoicedOfTheFrameToTheOre() {
        assertThat(page(stage.provider)).contains("Ingen ram är satt än");
        stage.goes(frames("50 000,01"));
        stage.goes(invoices(stage.provider, "F1", "12 500,50"));
        assertThat(page(stage.client)).contains("50 000,01 kr", "12 500,50 kr", "37 499,51 kr", "Två träffar");
        assertThat(page(stage.provider)).contains("37 499,51 kr");
        assertThat(stage.stage.theCase.status(stage.stage.adviser, money)).isEqualTo(404);
        assertThat(stage.stage.theCase.running.told("commission.invoiced", stage.stage.university))
                .isEqualTo(1);
    }

    @Test
    void refusesAnInvoiceOverTheFrameAndAFrameOverTheDecision() {
        MockHttpServletResponse over = frames("100 000,02");
        assertThat(over.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(over).replace('\u202f', ' ')).contains("bara 100 000,01 kr kvar");
        stage.goes(frames("1000"));
        MockHttpServletResponse refused = invoices(stage.provider, "F1", "1000,01");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(InterventionStage.text(refused).replace('\u202f', ' '))
                .contains("Fakturan går över ramen", "1 000,00 kr", "1000,01");
        stage.goes(invoices(stage.provider, "F1", "1000"));
        assertThat(invoices(stage.provider, "F2", "0,01").getStatus()).isEqualTo(422);
    }

    @Test
    void countsAWithdrawnInvoiceNoMoreAndKeepsIt() {
        stage.goes(frames("1000"));
        stage.goes(invoices(stage.provider, "F1", "1000"));
        assertThat(invoices(stage.provider, "F1", "1").getStatus()).isEqualTo(422);
        long invoice = stage.stage
                .theCase
                .running
                .cast
                .behind()
                .sql("select id from intervention.commission_invoice where commission = ?")
                .param(stage.id)
                .query(Long.class)
                .single();
        String withdrawal = money + "/invoices/" + invoice + "/withdrawal";
        assertThat(stage.sends(stage.provider, withdrawal, "version", "0", "why-" + invoice, "")
                        .getStatus())
                .isEqualTo(422);
        stage.goes(stage.sends(stage.provider, withdrawal, "version", "0", "why-" + invoice, "Fel belopp"));
        assertThat(page(stage.client)).contains("Tillbakatagen", "Fel belopp");
        stage.goes(invoices(stage.provider, "F1", "900"));
    }

    @Test
    void isFramedByTheClientAndInvoicedByTheProviderAndReadByTheOthers() {
        stage.goes(frames("1000"));
        assertThat(invoices(stage.client, "F1", "1").getStatus()).isEqualTo(403);
        assertThat(stage.sends(
                                stage.provider,
                                money + "/frames",
                                "version",
                                "0",
                                "funding",
                                Long.toString(funding),
                                "frame-amount",
                                "1")
                        .getStatus())
                .isEqualTo(403);
        assertThat(frames("0").getStatus()).isEqualTo(422);
        assertThat(frames("1,001").getStatus()).isEqualTo(422);
        assertThat(page(stage.provider)).doesNotContain("Beslut 1: 100");
    }
}
