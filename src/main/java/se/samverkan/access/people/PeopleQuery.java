package se.samverkan.access.people;

import org.jspecify.annotations.Nullable;

/**
 * Which people to list; what is empty asks for all.
 *
 * @param text letters of the name or the address
 * @param organisation letters of the name of an organisation that keeps them or where they have a role
 * @param role a role they have now or will have
 * @param state HERE, LEFT or REMOVED
 * @param afterName the name that the page before ended with
 * @param afterId its id, 0 for the first page
 */
record PeopleQuery(String text, String organisation, String role, String state, String afterName, long afterId) {

    static PeopleQuery of(
            @Nullable String text,
            @Nullable String organisation,
            @Nullable String role,
            @Nullable String state,
            @Nullable String afterName,
            @Nullable Long afterId) {
        String wanted = or(state);
        return new PeopleQuery(
                or(text).strip(),
                or(organisation).strip(),
                or(role),
                wanted.equals("LEFT") || wanted.equals("REMOVED") ? wanted : "HERE",
                or(afterName),
                afterId == null ? 0 : afterId);
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    boolean isNarrowed() {
        return !text.isEmpty() || !organisation.isEmpty() || !role.isEmpty() || !state.equals("HERE");
    }
}
