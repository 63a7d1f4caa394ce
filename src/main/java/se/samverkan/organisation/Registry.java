package se.samverkan.organisation;

import java.util.Collection;

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

    /** Adds organisers that are new and corrects what has changed; matched by number, or by name where there is none. */
    void acceptOrganisers(Collection<OrganiserFacts> organisers);

    /**
     * Adds units that are new and corrects what has changed; their organiser and municipality must be known.
     *
     * @return how many were new and how many changed
     */
    Accepted acceptUnits(Collection<UnitFacts> units);

    /** How many records an acceptance touched. */
    record Accepted(int added, int changed) {}
}
