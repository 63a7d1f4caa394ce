package se.samverkan.statistics.disclosure;

/**
 * A number before anything is masked.
 *
 * @param value what is counted or added up, never negative
 * @param contributors how many units or organisers it is made of
 */
public record Count(double value, int contributors) {

    static final Count NONE = new Count(0, 0);
}
