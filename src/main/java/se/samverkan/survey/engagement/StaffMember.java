package se.samverkan.survey.engagement;

/**
 * Somebody on a unit's staff list.
 *
 * @param id 0 before it has been taken in
 * @param email may be empty
 * @param team the work team; may be empty
 * @param pedagogical whether this is pedagogical staff, which is what shares are of
 */
record StaffMember(long id, String name, String email, String team, boolean pedagogical) {

    /** Whether the two are the same on two lists: by address where both have one, else by name and team. */
    boolean isSameAs(StaffMember other) {
        return !email.isEmpty() && !other.email.isEmpty()
                ? email.equalsIgnoreCase(other.email)
                : name.equalsIgnoreCase(other.name) && team.equalsIgnoreCase(other.team);
    }
}
