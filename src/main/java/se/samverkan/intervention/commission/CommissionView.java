package se.samverkan.intervention.commission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.access.Names.PersonName;
import se.samverkan.intervention.commission.Deed.Side;
import se.samverkan.intervention.commission.Deed.Standing;
import se.samverkan.shared.Period;

/**
 * A commission, as the reader knows it.
 *
 * @param partnership the id of the partnership that it was given from
 * @param provider the id of the provider
 * @param entry the entry of the provider's catalogue that it is about, where it is about one
 * @param first the first term, as it is asked for or agreed now
 * @param answerBy the last day to answer
 * @param answers whether the reader answers for the provider
 * @param gives whether the reader acts for the one who gave it
 * @param version what a deed names as the version it saw
 */
public record CommissionView(
        long id,
        long partnership,
        long provider,
        String providerName,
        Optional<Long> entry,
        String title,
        String words,
        Period first,
        Period last,
        LocalDate answerBy,
        Standing standing,
        boolean answers,
        boolean gives,
        int version,
        long madeBy) {

    /** The path of its page. */
    public String address() {
        return "/commissions/" + id;
    }

    /** Whether the reader can do something with it now. */
    public boolean allows(Deed deed) {
        return deed.canFollow(standing) && (deed.side() == Side.PROVIDER ? answers : gives);
    }

    /**
     * For whom it is.
     *
     * @param organiser the id of the organiser
     * @param units the names of the units
     * @param areas the areas that it serves, in words
     */
    public record Part(long partnership, long organiser, String organiserName, List<String> units, String areas) {}

    /** What one side said, in which terms. */
    public record Word(Deed deed, String words, Period first, Period last, PersonName by, Instant at) {}
}
