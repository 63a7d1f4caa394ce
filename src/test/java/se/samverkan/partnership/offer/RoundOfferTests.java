package se.samverkan.partnership.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.offer.Offerable.Waiting;
import se.samverkan.partnership.offer.ReserveOffering.Next;
import se.samverkan.selection.OfferWatch;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.selection.allotment.Allotting;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** Offers that stand on a decided round: to those whom it names, and to the next reserve when one of them is out. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=selection")
class RoundOfferTests {

    @Autowired
    WebApplicationContext application;

    private RoundOfFigures round;
    private Waiting named;
    private String key;

    @BeforeEach
    void aDecidedRound() {
        round = new RoundOfFigures(application, 2);
        round.freeze();
        round.plan();
        round.list();
        round.does(() -> round.bean(Allotting.class).draw(round.id));
        round.decide();
        named = waiting().getFirst();
        key = named.units().getFirst().key();
    }

    private List<Waiting> waiting() {
        Offerable offerable = round.bean(Offerable.class);
        return round.as(
                round.officer, () -> offerable.waiting(offerable.rounds().getFirst()));
    }

    @Test
    void stopTheRoundFromDrawing() {
        assertThat(round.bean(OfferWatch.class).hasOffers(round.id)).isFalse();
        sent();
        assertThat(round.bean(OfferWatch.class).hasOffers(round.id)).isTrue();
        assertThat(waiting())
                .noneMatch(each -> each.units().contains(named.units().getFirst()));
    }

    @Test
    void areMadeByThoseWhoMayReadTheRound() {
        long colleague = round.cast.player("Kollega", Role.PROGRAMME_OFFICER, round.agency);
        assertThat(round.as(colleague, () -> round.bean(Offerable.class).rounds()))
                .isEmpty();
        assertThat(refused(colleague)).isEqualTo("refusal.not-seen");
    }

    private String refused(long person) {
        try {
            round.as(person, () -> round.bean(OfferMaking.class).make(draft()));
            return "";
        } catch (se.samverkan.shared.Refusal refusal) {
            return refusal.reason();
        }
    }

    @Test
    void goToTheNextReserveWhenAUnitIsOut() {
        long offer = sent();
        assertThat(next(offer)).isEmpty();
        long director = round.cast.player(
                "Vera Utbildningschef",
                Role.EDUCATION_DIRECTOR,
                named.organiser().id());
        Mandate delegated = new Mandate(Optional.of(Mandate.Kind.DELEGATION), "Ordningen 3.2", "", Optional.empty());
        round.as(director, () -> {
            round.bean(OfferAnswering.class)
                    .answer(offer, List.of(Answer.no(key, AnswerReason.OTHER_SUPPORT, "")), delegated);
            return true;
        });

        Next next = next(offer).getFirst();
        long draft = round.as(
                round.officer,
                () -> round.bean(ReserveOffering.class).offerNext(offer, key, new FreeText("Tackade nej.", "")));
        Offer prepared = read(draft);
        assertThat(prepared.isDraft()).isTrue();
        assertThat(prepared.units())
                .anyMatch(unit -> unit.called() && unit.unit() == next.reserve().id());
        assertThat(next(offer)).isEmpty();
        assertThat(read(offer).standing()).isEqualTo(Standing.DECLINED);
        assertThat(round.behind()
                        .sql("select reason from selection.replacement where round = ?")
                        .param(round.id)
                        .query(String.class)
                        .list())
                .containsExactly("OTHER_SUPPORT");
    }

    private List<Next> next(long offer) {
        return round.as(
                round.officer,
                () -> round.bean(ReserveOffering.class)
                        .next(round.bean(Offers.class).offer(offer)));
    }

    private Offer read(long offer) {
        return round.as(round.officer, () -> round.bean(Offers.class).offer(offer));
    }

    private long sent() {
        long id = round.as(round.officer, () -> round.bean(OfferMaking.class).make(draft()));
        round.does(() -> round.bean(OfferSending.class).send(id, 0));
        return id;
    }

    private OfferDraft draft() {
        return new OfferDraft(
                round.agency,
                named.organiser().id(),
                "sbs",
                Optional.of(round.id),
                Set.of(named.units().getFirst().id()),
                Optional.empty(),
                Period.parse("VT28"),
                round.bean(Offers.class).today().plusDays(30),
                new FreeText("Urvalet visar att behovet är stort.", ""),
                new FreeText("", ""));
    }
}
