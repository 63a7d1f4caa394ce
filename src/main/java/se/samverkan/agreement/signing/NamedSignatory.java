package se.samverkan.agreement.signing;

import java.time.LocalDate;
import java.util.Optional;
import se.samverkan.agreement.text.Party;

/**
 * Somebody whom a party has named to sign for it.
 *
 * @param mandate by what right: a delegation, a board decision with its paragraph and date
 * @param mandateEnds the last day it holds; empty until further notice
 */
public record NamedSignatory(long person, String name, Party party, String mandate, Optional<LocalDate> mandateEnds) {

    /** Whether the mandate has ended on a day. */
    public boolean hasEnded(LocalDate day) {
        return mandateEnds.filter(last -> last.isBefore(day)).isPresent();
    }
}
