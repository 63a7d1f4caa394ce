package se.samverkan.intervention.delivery;

/**
 * Somebody of a unit's staff who takes part in a commission; read by the unit alone.
 *
 * @param id 0 for one who is not kept yet
 * @param group the name of the group; may be empty
 */
public record Participant(long id, String name, StaffRole role, String group) {

    /** As a line of the list says it. */
    String line(se.samverkan.shared.page.Words words) {
        String line = name + "; " + words.text(role.key());
        return group.isEmpty() ? line : line + "; " + group;
    }
}
