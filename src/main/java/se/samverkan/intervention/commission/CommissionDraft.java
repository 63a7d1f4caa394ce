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
 * @param areaIds the areas of the plans that it serves
 * @param areas what else it serves, or the areas in words where no plan has them yet; may be empty where areas are chosen
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
        List<Long> areaIds,
        String areas) {}
