package se.samverkan.agreement.signing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.access.Actor;
import se.samverkan.agreement.text.AgreementView;
import se.samverkan.agreement.text.Party;
import se.samverkan.records.signature.SigningView;
import se.samverkan.records.signature.SigningView.SignatoryView;

/**
 * How far the signing of an agreement has come, as one party sees it.
 *
 * @param named those who are named, of both parties
 * @param asked what is put before them now; empty until it is asked for, and when it has been taken back
 * @param takenBack what was put before them last and then taken back
 * @param today the day that mandates are measured by
 */
public record SigningState(
        AgreementView agreement,
        List<NamedSignatory> named,
        Optional<SigningView> asked,
        Optional<SigningView> takenBack,
        LocalDate today) {

    public List<NamedSignatory> of(Party party) {
        return named.stream().filter(each -> each.party() == party).toList();
    }

    /** Whether those who sign can still be named and removed. */
    public boolean canBeNamed() {
        return agreement.party().isPresent() && agreement.stage() == AgreementView.Stage.AGREED && asked.isEmpty();
    }

    /** Whether the reader's party can ask for the signatures now. */
    public boolean canBeAsked() {
        return canBeNamed()
                && agreement.party().equals(Optional.of(Party.AGENCY))
                && !of(Party.AGENCY).isEmpty()
                && !of(Party.ORGANISER).isEmpty();
    }

    /** Whether the reader's party can take back what is to be signed, or open the text again. */
    public boolean canBeTakenBack() {
        return agreement.party().equals(Optional.of(Party.AGENCY)) && agreement.stage() == AgreementView.Stage.AGREED;
    }

    /** The reader's own place among those who are to sign now and have not. */
    public Optional<SignatoryView> mine() {
        return asked.flatMap(
                signing -> signing.signatory(Actor.current().person()).filter(me -> !signing.hasSigned(me)));
    }

    /** Whether somebody's mandate ended before the signature was given. */
    public boolean isTooLate(SignatoryView signatory) {
        LocalDate ends = signatory.mandateEnds();
        return asked.filter(signing -> !signing.hasSigned(signatory)).isPresent()
                && ends != null
                && ends.isBefore(today);
    }
}
