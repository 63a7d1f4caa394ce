package se.samverkan.intervention.commission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.shared.Period;

/**
 * A commission as it is to be given.
 *
 * @param provider what stands in the provider's address
 * @param units the ids of the units that it is for
 * @param areas the areas that it serves, in words
 */
public record CommissionDraft(
        String provider,
        Optional<Long> entry,
        String title,
        String words,
        Period first,
        Period last,
        LocalDate answerBy,
        List<Long> units,
        String areas) {}
