package se.samverkan.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The door through which facts about municipalities, organisers and units come in, in bulk: from the register, from
 * export files that name a unit, from the list of preschools, from the demonstration's invented country.
 *
 * <p>Facts are added and changed, never removed: what a source no longer mentions stays. Every change of a unit's name,
 * organiser, municipality or status is kept in its history. Called within the caller's transaction; the caller has
 * checked the right and writes the audit entry of the whole import.
 */
public interface Registry {

    /** Adds municipalities that are new and corrects names that have changed. */
    void acceptMunicipalities(Collection<MunicipalityFacts> municipalities);

    /**
     * Replaces the groups of one kind of likeness (Kolada's groups of similar municipalities).
     *
     * @param likeness what they resemble each other in, as a key of the message files
     * @param year the year of the groups
     * @param groups the codes of those that resemble a municipality, by its code
     * @throws se.samverkan.shared.Refusal when a municipality is unknown
     */
    void acceptLikeness(String likeness, int year, Map<String, List<String>> groups);

    /** Adds organisers that are new and corrects what has changed; matched by number, or by name where there is none. */
    void acceptOrganisers(Collection<OrganiserFacts> organisers);

    /**
     * Adds units that are new and corrects what has changed; their organiser and municipality must be known.
     *
     * @return how many were new and how many changed
     * @throws se.samverkan.shared.Refusal when the organiser or the municipality of a unit is unknown
     */
    Accepted acceptUnits(Collection<UnitFacts> units);

    /** How many records an acceptance touched. */
    record Accepted(int added, int changed) {}
}
