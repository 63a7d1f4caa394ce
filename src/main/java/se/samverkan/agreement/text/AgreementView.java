package se.samverkan.agreement.text;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import se.samverkan.access.Names.PersonName;

/**
 * An agreement as one party sees it.
 *
 * @param partnership the partnership that it is of
 * @param number 0 for the agreement itself, from 1 its amendments
 * @param party the party whose text the reader writes in; empty for somebody who only reads what both have accepted
 * @param working the party's own text as it stands
 * @param editions what has been handed over, the oldest first
 * @param accepted the edition that both stand behind
 * @param reopened that an accepted text was opened again, the last time; empty once another is accepted
 * @param inForce that everybody has signed it
 */
public record AgreementView(
        long id,
        long partnership,
        int number,
        long owner,
        long organiser,
        Optional<Party> party,
        Optional<Working> working,
        List<Edition> editions,
        Optional<Accepted> accepted,
        Optional<Reopened> reopened,
        Optional<InForce> inForce,
        Optional<SetAside> setAside) {

    /** A party's own text, and the version that a change names. */
    public record Working(AgreementText text, int version, Instant changedAt) {}

    /**
     * A text that one party has handed to the other, and stands behind.
     *
     * @param words what it wrote along with it
     */
    public record Edition(int number, Party party, AgreementText text, String words, PersonName by, Instant at) {

        Edition by(PersonName person) {
            return new Edition(number, party, text, words, person, at);
        }

        Edition saying(AgreementText said) {
            return new Edition(number, party, said, words, by, at);
        }
    }

    /** That the other party has accepted an edition. */
    public record Accepted(int edition, PersonName by, Instant at) {}

    /** That an edition that was accepted counts no more. */
    public record Reopened(int edition, String why, PersonName by, Instant at) {}

    /**
     * That everybody has signed.
     *
     * @param request the request for signatures, whose page is {@code /signatures/<request>}
     * @param checksum SHA-256 of what was signed, in hexadecimal
     * @param document the document that it was filed as, once it is
     */
    public record InForce(long request, int version, String checksum, Instant since, OptionalLong document) {}

    /** That nothing came of it. */
    public record SetAside(String why, PersonName by, Instant at) {}

    /** Where it stands. */
    public enum Stage {
        /** Nothing has been handed over: only the agency or office knows of it. */
        DRAFT,
        /** One party has handed over a text, and the other has the ball. */
        NEGOTIATED,
        /** Both stand behind one text, which is to be signed. */
        AGREED,
        /** Everybody has signed it. */
        IN_FORCE,
        SET_ASIDE
    }

    public Stage stage() {
        if (setAside.isPresent()) {
            return Stage.SET_ASIDE;
        }
        if (inForce.isPresent()) {
            return Stage.IN_FORCE;
        }
        if (accepted.isPresent()) {
            return Stage.AGREED;
        }
        return editions.isEmpty() ? Stage.DRAFT : Stage.NEGOTIATED;
    }

    public Optional<Edition> latest() {
        return editions.stream().max(Comparator.comparingInt(Edition::number));
    }

    public Optional<Edition> edition(int wanted) {
        return editions.stream().filter(each -> each.number() == wanted).findFirst();
    }

    /** The text that both stand behind. */
    public Optional<AgreementText> agreed() {
        return accepted.flatMap(each -> edition(each.edition())).map(Edition::text);
    }

    /** The text that its page shows: the settled one, or the own, or what was handed over last. */
    AgreementText shown() {
        return agreed().or(() -> working.map(Working::text))
                .or(() -> latest().map(Edition::text))
                .orElse(new AgreementText(List.of(), List.of()));
    }

    /** Whether the reader may write in a text of it now. */
    public boolean canBeWritten() {
        return party.isPresent() && (stage() == Stage.DRAFT || stage() == Stage.NEGOTIATED);
    }

    /** The edition that the reader's party can accept: the latest, when it is the other's. */
    public Optional<Edition> toAccept() {
        return canBeWritten()
                ? latest().filter(each ->
                                party.filter(mine -> mine != each.party()).isPresent())
                        .filter(each -> !wasReopened(each))
                : Optional.empty();
    }

    /** Whether an edition was accepted and opened again: another is to be handed over. */
    private boolean wasReopened(Edition edition) {
        return reopened.filter(each -> each.edition() == edition.number()).isPresent();
    }

    /** Who has the ball, while the text is not settled. */
    public Optional<Party> waitsFor() {
        return switch (stage()) {
            case DRAFT -> Optional.of(Party.AGENCY);
            case NEGOTIATED ->
                latest().map(each ->
                        wasReopened(each) ? Party.AGENCY : each.party().other());
            case AGREED, IN_FORCE, SET_ASIDE -> Optional.empty();
        };
    }
}
