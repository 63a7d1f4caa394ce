package se.samverkan.actionplan.content;

import java.util.OptionalInt;
import se.samverkan.programme.variant.Level;

/**
 * An action plan of a unit in a partnership, as the reader knows it.
 *
 * @param unit the id of the unit; the organiser's own level is one
 * @param staffHours the hours that the staff has each term for development work, where somebody has said
 * @param writes whether the reader writes in it
 * @param adopts whether the reader decides for the unit: adopts it, opens it to people of the other side
 * @param approves whether the reader decides for the organiser
 * @param rests whether the unit takes part no longer; then it is read and not changed by anybody
 */
public record PlanView(
        long id,
        long partnership,
        long organiser,
        long unit,
        String unitName,
        Level level,
        OptionalInt staffHours,
        boolean writes,
        boolean adopts,
        boolean approves,
        boolean rests) {

    /** The path of its page. */
    public String address() {
        return "/action-plans/" + id;
    }
}
