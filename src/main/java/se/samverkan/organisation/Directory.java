package se.samverkan.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The door through which other rooms look up organisers, units, municipalities, providers and agencies. What it
 * answers is public, but for areas that are not: those are told as row-level security lets the reader see them. */
public interface Directory {

    Optional<UnitView> unit(String key);

    Optional<UnitView> unitById(long id);

    /** The organiser by what stands in its address: its number, or another key for a sole trader. */
    Optional<OrganiserView> organiser(String key);

    Optional<OrganiserView> organiserById(long id);

    /** The organisers of these ids, by id; those that are not known are left out. */
    Map<Long, OrganiserView> organisersByIds(Collection<Long> ids);

    /** Every organiser, by name as a Swede sorts. */
    List<OrganiserView> organisers();

    /** The providers, agencies and offices, by name as a Swede sorts. */
    List<OrganisationView> organisations();

    /** The provider, agency or office by what stands in its address. */
    Optional<OrganisationView> organisation(String key);

    /** What any organisation is called, an organiser or another. */
    Optional<String> nameOfOrganisation(long id);

    /** The areas with these letters in their names that the reader may see, by name as a Swede sorts; at most a dozen. */
    List<AreaPlace> areas(String text);

    /** An area that the reader may see. */
    Optional<AreaPlace> area(long id);

    Optional<MunicipalityView> municipality(String code);

    /** Every municipality, by name as a Swede sorts. */
    List<MunicipalityView> municipalities();

    /** An organiser's units that are active, by name as a Swede sorts. */
    List<UnitView> unitsOfOrganiser(long organiser);

    /** The same with the organiser's own level, where it has been needed before. */
    List<UnitView> levelsOfOrganiser(long organiser);

    /** A municipality's units that are active, by name as a Swede sorts. */
    List<UnitView> unitsOfMunicipality(String municipality);

    /** The active units that have any of these school forms, by name as a Swede sorts. */
    List<UnitView> unitsWithAnyOf(Collection<String> forms);

    /** The units of these ids, in no particular order; those that are not known are left out. */
    List<UnitView> unitsByIds(Collection<Long> ids);

    /** Where the active units of a school form are, by id; light enough for a whole country. */
    List<Placed> placed(String form);

    /** Which of these school unit codes are known. */
    Set<String> knownKeys(Collection<String> keys);

    /** The ids of units by their keys; those that are not known are left out. */
    Map<String, Long> idsOfUnits(Collection<String> keys);

    /** The municipalities that resemble one, by kind of likeness, as Kolada groups them. */
    Map<String, List<MunicipalityView>> similarMunicipalities(String municipality);

    /**
     * Units by filters that may each be null, in a stable order by name then key.
     *
     * @param page from 0
     * @param size at most 20,000
     */
    UnitPage search(UnitQuery query, int page, int size);

    /**
     * What to look for; null means any.
     *
     * @param text letters of the name, as typed
     * @param municipality a municipality's code
     * @param organiser an organiser's key
     * @param form a school form's code
     */
    record UnitQuery(
            @org.jspecify.annotations.Nullable String text,
            @org.jspecify.annotations.Nullable String municipality,
            @org.jspecify.annotations.Nullable String organiser,
            @org.jspecify.annotations.Nullable String form) {}

    /** A unit's id and the code of its municipality. */
    record Placed(long unit, String municipality) {}

    /** A page of units and how many there are in all. */
    record UnitPage(List<UnitView> units, long total) {}
}
