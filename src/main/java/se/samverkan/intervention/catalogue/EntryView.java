package se.samverkan.intervention.catalogue;

/**
 * An entry of a provider's catalogue.
 *
 * @param provider whose it is
 * @param version what a change names as the version it saw
 */
public record EntryView(long id, ProviderView provider, EntryDraft offer, int version) {

    /** The path of its page. */
    public String address() {
        return "/catalogue/" + id;
    }
}
