package se.samverkan.selection.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.Role;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.selection.allotment.Allotted;
import se.samverkan.selection.allotment.Allotted.Part;
import se.samverkan.selection.allotment.Allotting;
import se.samverkan.selection.decision.OfferList.Reason;
import se.samverkan.selection.decision.SharedDecision.OwnUnit;
import se.samverkan.selection.decision.StoredDecisions.Format;
import se.samverkan.selection.method.Draw;
import se.samverkan.selection.method.DrawList;
import se.samverkan.selection.method.Seed;
import se.samverkan.selection.method.Utf8;
import se.samverkan.selection.round.Duty;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** Organisers know nothing of a round before its decision is shared; then they read the decision and what it means for them. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=selection")
class SharingTests {

    @Autowired
    BeanFactory application;

    @Autowired
    JdbcClient database;

    private RoundOfFigures round;
    private long revealer;
    private long director;
    private long stranger;
    private long registrar;

    @BeforeEach
    void aDecidedRound() {
        round = new RoundOfFigures(application, 2);
        round.freeze();
        round.plan();
        round.list();
        round.does(() -> round.bean(Allotting.class).draw(round.id));
        round.decide();
        revealer = round.joined("Pia Publicist", Role.PUBLISHER, Duty.REVEALER);
        director = round.cast.player("Ulla Utbildningschef", Role.EDUCATION_DIRECTOR, organiser());
        stranger =
                round.cast.player("Urban Utbildningschef", Role.EDUCATION_DIRECTOR, round.cast.organisation("Annan"));
        registrar = round.cast.player("Rut Registrator", Role.REGISTRAR, round.agency);
    }

    private long organiser() {
        return round.allotment().units().getFirst().unit().place().organiser();
    }

    private Sharing sharing() {
        return round.bean(Sharing.class);
    }

    private SharedDecisions decisions() {
        return round.bean(SharedDecisions.class);
    }

    private void share(boolean listIsPublic) {
        round.as(revealer, () -> {
            sharing().share(round.id, new FreeText("Vi ringer i veckan.", ""), listIsPublic);
            return true;
        });
    }

    private List<Long> read(long person) {
        return round.as(person, () -> decisions().all()).stream()
                .map(SharedDecision::round)
                .toList();
    }

    private void hidden(long person) {
        assertThat(read(person)).doesNotContain(round.id);
        assertThatThrownBy(() -> round.as(person, () -> decisions().decision(round.id)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_SEEN));
        assertThatThrownBy(() -> round.as(person, () -> decisions().document(round.id, Format.PDF)))
                .isInstanceOf(Refusal.class);
        assertThat(round.as(person, () -> decisions().ownUnits(round.id))).isEmpty();
        for (String table : List.of("round", "decision", "decision_document", "proposal", "sharing", "allotted")) {
            assertThat(count(person, table)).as(table).isZero();
        }
    }

    private int count(long person, String table) {
        return round.as(
                person,
                () -> new TransactionTemplate(round.bean(PlatformTransactionManager.class))
                        .execute(status -> database.sql("select count(*) from selection." + table + " where "
                                        + (table.equals("round") ? "id" : "round") + " = " + round.id)
                                .query(Integer.class)
                                .single()));
    }

    @Test
    void showsOrganisersNothingBeforeItIsShared() {
        hidden(director);
    }

    @Test
    void showsTheOrganisersConcernedTheDecisionAndTheirOwnUnitsOnly() {
        share(false);

        assertThat(read(director)).contains(round.id);
        List<OwnUnit> own = round.as(director, () -> decisions().ownUnits(round.id));
        assertThat(own)
                .extracting(OwnUnit::key)
                .containsExactlyInAnyOrderElementsOf(round.allotment().units().stream()
                        .filter(each -> each.unit().place().organiser() == organiser())
                        .map(each -> each.unit().key())
                        .toList());
        assertThat(round.as(director, () -> decisions().document(round.id, Format.PDF)))
                .isEqualTo(round.as(revealer, () -> round.bean(Deciding.class).document(round.id, Format.PDF)));
        for (String table :
                List.of("round", "decision", "proposal", "sharing", "allotted", "basis_unit", "exclusion")) {
            assertThat(count(director, table)).as(table).isZero();
        }
        hidden(stranger);
    }

    @Test
    void showsRegistrarsWhatIsDecidedAndNoWorkingMaterial() {
        assertThat(read(registrar)).contains(round.id);
        assertThat(round.as(registrar, () -> decisions().decision(round.id)).sharedAt())
                .isEmpty();
        assertThat(round.as(registrar, () -> decisions().document(round.id, Format.DOCX)))
                .isNotEmpty();
        assertThat(round.as(registrar, () -> decisions().ownUnits(round.id))).isEmpty();
        for (String table : List.of("round", "decision", "proposal", "allotted", "basis_unit", "exclusion")) {
            assertThat(count(registrar, table)).as(table).isZero();
        }
        hidden(round.cast.player("Rolf Registrator", Role.REGISTRAR, round.cast.agency("En annan myndighet")));
    }

    @Test
    void isADutyOfItsOwnAndDoneOnceAndOnlyWhenDecided() {
        assertThat(round.refused(() -> sharing().share(round.id, new FreeText("", ""), false)))
                .isEqualTo("refusal.verb.REVEAL_SELECTION");
        share(false);
        assertThatThrownBy(() -> share(false))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo("selection.refusal.shared"));

        RoundOfFigures undecided = new RoundOfFigures(application, 2);
        long other = undecided.joined("Per Publicist", Role.PUBLISHER, Duty.REVEALER);
        assertThatThrownBy(() -> undecided.as(other, () -> {
                    sharing().share(undecided.id, new FreeText("", ""), false);
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo("selection.refusal.not-decided"));
    }

    @Test
    void publishesChecksumsAndSeedWithoutTheNameAndTheListOnlyWhenItIsOpen() {
        String checksum = round.as(
                        round.officer, () -> round.bean(Allotting.class).commitment(round.id))
                .orElseThrow()
                .checksum();
        PublishedDraw before = round.bean(PublishedDraws.class).draw(checksum);
        assertThat(before.lot()).isPresent();
        assertThat(before.list()).isPresent();
        assertThat(before.open()).isEmpty();

        share(true);

        PublishedDraw open = round.bean(PublishedDraws.class).draw(checksum);
        assertThat(open.open().map(PublishedDraw.Open::round)).contains("Urval hösten 2027");
        byte[] list = Utf8.bytes(open.open().orElseThrow().list());
        assertThat(Utf8.sha256(list)).isEqualTo(open.list().orElseThrow().checksum());
        Draw repeated =
                Draw.of(DrawList.read(list), Seed.of(open.lot().orElseThrow().seed()));
        assertThat(repeated.pairs()).isNotEmpty();
    }

    @Test
    void tellsASeedThatIsCommittedToBeforeItIsDrawnWith() {
        RoundOfFigures early = new RoundOfFigures(application, 2);
        early.does(() -> early.bean(Allotting.class).commitSeed(early.id));
        String checksum = early.as(
                        early.officer, () -> early.bean(Allotting.class).commitment(early.id))
                .orElseThrow()
                .checksum();

        assertThat(round.bean(PublishedDraws.class).draw(checksum).lot()).isEmpty();
    }

    @Test
    void letsTheNextReserveTakeThePlaceOfAUnitThatDeclines() {
        Allotted first = round.allotment().of(RoundOfFigures.FORM, Part.OFFERED).getFirst();
        Allotted reserve =
                round.allotment().of(RoundOfFigures.FORM, Part.RESERVE).getFirst();
        replace(first, Reason.DECLINED);

        OfferList now = offers();
        assertThat(now.standing(RoundOfFigures.FORM))
                .hasSize(RoundOfFigures.PLACES)
                .contains(reserve)
                .doesNotContain(first);
        assertThat(round.refused(() -> round.bean(Reserves.class)
                        .replace(round.id, first.unit().unit(), Reason.DECLINED, new FreeText("", ""))))
                .isEqualTo("selection.refusal.not-standing");
        replace(reserve, Reason.CLOSING);
        assertThat(offers().waiting(RoundOfFigures.FORM)).hasSize(RoundOfFigures.PLACES - 2);
        share(false);
        assertThat(round.allotment().of(RoundOfFigures.FORM, Part.OFFERED))
                .as("what was allotted is never changed")
                .contains(first);
    }

    private void replace(Allotted unit, Reason reason) {
        round.does(
                () -> round.bean(Reserves.class).replace(round.id, unit.unit().unit(), reason, new FreeText("", "")));
    }

    private OfferList offers() {
        return round.as(round.officer, () -> round.bean(Reserves.class).offers(round.id))
                .orElseThrow();
    }

    @Test
    void leavesAPlaceEmptyWhenNoReserveIsLeft() {
        for (int place = 0; place < 2 * RoundOfFigures.PLACES; place++) {
            replace(offers().standing(RoundOfFigures.FORM).getFirst(), Reason.DECLINED);
        }

        assertThat(offers().standing(RoundOfFigures.FORM)).isEmpty();
        assertThat(offers().replacements()).hasSize(2 * RoundOfFigures.PLACES);
        assertThat(offers().replacements().getLast().reserve()).isEmpty();
    }

    @Test
    void changesNothingOnceItIsClosed() {
        share(false);
        close("");

        Allotted first = round.allotment().of(RoundOfFigures.FORM, Part.OFFERED).getFirst();
        assertThat(round.refused(() -> replace(first, Reason.DECLINED))).isEqualTo("selection.refusal.closed");
        assertThat(round.refused(() -> close(""))).isEqualTo("selection.refusal.closed");
        assertThat(round.refused(() -> round.joined("Sen", Role.ASSESSOR, Duty.ASSESSOR)))
                .isEqualTo("selection.refusal.closed");
        for (String sql : List.of(
                "insert into selection.participant (round, person, duty) values (%d, 1, 'ASSESSOR')",
                "insert into selection.plan (round, version, reason, content) values (%d, 2, 'x', 'x')",
                "insert into selection.recusal (round, reason) values (%d, 'x')",
                "insert into selection.replacement (round, unit, reason, note) values (%d, "
                        + first.unit().unit() + ", 'DECLINED', '')")) {
            assertThatThrownBy(() ->
                            round.does(() -> new TransactionTemplate(round.bean(PlatformTransactionManager.class))
                                    .executeWithoutResult(status -> database.sql(sql.formatted(round.id))
                                            .update())))
                    .as(sql)
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
        assertThat(read(director)).as("is still read").contains(round.id);
    }

    private void close(String reason) {
        round.does(() -> round.bean(Closing.class).close(round.id, new FreeText(reason, "")));
    }

    @Test
    void isClosedWithoutADecisionOnlyForAReason() {
        RoundOfFigures open = new RoundOfFigures(application, 2);

        assertThat(open.refused(() -> open.bean(Closing.class).close(open.id, new FreeText("", ""))))
                .isEqualTo("selection.refusal.closing-reason");
        open.does(() -> open.bean(Closing.class).close(open.id, new FreeText("Pengarna är slut", "")));
        assertThat(open.refused(open::freeze)).isEqualTo("selection.refusal.closed");
    }
}
