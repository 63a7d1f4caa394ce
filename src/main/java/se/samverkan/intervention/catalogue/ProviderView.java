package se.samverkan.intervention.catalogue;

/**
 * A provider (utförare): a university, SPSM, a support department, an agency, a private one, or an organiser's own staff.
 *
 * @param key what stands in its address
 * @param sort UNIVERSITY, SPSM, MUNICIPAL_SUPPORT, PRIVATE, AGENCY, OFFICE or ORGANISER
 * @param entries how many entries of its catalogue the reader sees
 * @param mine whether the reader writes in its catalogue
 */
public record ProviderView(long id, String key, String name, String sort, int entries, boolean mine) {

    /** The path of its page. */
    public String address() {
        return "/catalogue/providers/" + key;
    }
}
