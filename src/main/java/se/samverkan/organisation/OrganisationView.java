package se.samverkan.organisation;

import java.util.Arrays;

/**
 * An organisation that runs no school and yet takes part, as other rooms and pages see it: a provider, an agency, an office.
 *
 * @param id its id here
 * @param key what stands in its address
 * @param name its name
 * @param sort what it is
 * @param version counts its changes
 */
public record OrganisationView(long id, String key, String name, Sort sort, int version) {

    /** What such an organisation can be; a provider is told by its kind. */
    public enum Sort {
        UNIVERSITY("PROVIDER", "UNIVERSITY"),
        SPSM("PROVIDER", "SPSM"),
        MUNICIPAL_SUPPORT("PROVIDER", "MUNICIPAL_SUPPORT"),
        PRIVATE("PROVIDER", "PRIVATE"),
        AGENCY("AGENCY", ""),
        OFFICE("OFFICE", "");

        private final String kind;
        private final String providerKind;

        Sort(String kind, String providerKind) {
            this.kind = kind;
            this.providerKind = providerKind;
        }

        /** PROVIDER, AGENCY or OFFICE, as the database keeps it. */
        public String kind() {
            return kind;
        }

        /** The kind of a provider, empty for others. */
        public String providerKind() {
            return providerKind;
        }

        static Sort of(String kind, String providerKind) {
            return Arrays.stream(values())
                    .filter(sort -> sort.kind.equals(kind) && sort.providerKind.equals(providerKind))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("no sort of organisation: " + kind + " " + providerKind));
        }
    }
}
