package se.samverkan.partnership;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.Text;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;

/**
 * A partnership as other rooms and pages see it.
 *
 * @param owner the id of the agency or office that runs it
 * @param organiser the id of the organiser
 * @param organiserKey what stands in the organiser's address
 * @param organiserName what the organiser is called today
 * @param variant the key of the programme variant
 * @param variantVersion the version of it that holds here
 * @param cohort the cohort that it starts with, where it does
 * @param firstTerm the term in which its first phase is planned to begin
 * @param light whether the organiser has chosen the short forms
 * @param version what a change names as the version it saw
 * @param units its units, the organiser's own level first, then by name as a Swede sorts
 * @param terms the programme's own words, by what they stand for
 */
public record PartnershipView(
        long id,
        long owner,
        String ownerName,
        long organiser,
        String organiserKey,
        String organiserName,
        String variant,
        int variantVersion,
        Optional<CohortName> cohort,
        Period firstTerm,
        boolean light,
        Standing standing,
        int version,
        List<Participant> units,
        Map<String, Text> terms) {

    /** The name of a cohort. */
    public record CohortName(long id, String name) {}

    /**
     * A unit in it.
     *
     * @param unit its id
     * @param key what stands in its address
     * @param name what it is called today
     * @param version what a change names as the version it saw
     */
    public record Participant(long unit, String key, String name, Level level, Standing standing, int version) {}

    /** What somebody in a role is called in this programme, with a capital letter first. */
    public String role(Object role, Words words) {
        return role(terms, role, words);
    }

    /** The same where a programme is at hand and no partnership. */
    public static String role(Map<String, Text> terms, Object role, Words words) {
        Text own = terms.get(role.toString());
        if (own == null) {
            return words.text("role." + role);
        }
        String word = own.in(words.locale());
        return word.substring(0, 1).toUpperCase(words.locale()) + word.substring(1);
    }

    public Optional<Participant> participant(long unit) {
        return units.stream().filter(each -> each.unit() == unit).findFirst();
    }
}
