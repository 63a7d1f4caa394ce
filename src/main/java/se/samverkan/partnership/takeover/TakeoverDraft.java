package se.samverkan.partnership.takeover;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;

/**
 * A case as it runs elsewhere.
 *
 * @param owner the id of the agency or office that runs it
 * @param organiser the id of the organiser
 * @param variant the key of the variant; its newest version holds
 * @param started the day when it started
 * @param units the ids of the units in it
 * @param begun the days when its phases were begun, by the phase; the same for all units
 * @param words what else is to be known; may be empty
 */
public record TakeoverDraft(
        long owner,
        long organiser,
        String variant,
        Period firstTerm,
        LocalDate started,
        Set<Long> units,
        Map<String, LocalDate> begun,
        FreeText words) {}
