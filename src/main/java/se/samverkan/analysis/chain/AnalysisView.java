package se.samverkan.analysis.chain;

import se.samverkan.programme.variant.Level;

/**
 * An analysis of a unit in a partnership, as the reader knows it.
 *
 * @param agency the id of the agency or office that runs the partnership
 * @param unit the id of the unit; the organiser's own level is one
 * @param unitName what the unit is called today
 * @param writes whether the reader writes in it
 * @param adopts whether the reader decides for the unit: adopts it, opens it to people of the other side
 * @param rests whether the unit takes part no longer; then it is read and not changed by anybody
 */
public record AnalysisView(
        long id,
        long partnership,
        long agency,
        long organiser,
        long unit,
        String unitKey,
        String unitName,
        Level level,
        boolean writes,
        boolean adopts,
        boolean rests) {

    /** The path of its page. */
    public String address() {
        return "/analyses/" + id;
    }
}
