package se.samverkan.evaluation.method;

/**
 * One unit of a pair.
 *
 * @param id of the unit
 * @param offered whether the lot gave it the offer
 * @param outcome or NaN where it is missing
 * @param tookPart how much it took part, 1 for wholly, or NaN where it is not known
 * @param dose the hours per person that reached it, or NaN where they are not known
 * @param cluster whose units move together
 */
record Half(String id, boolean offered, double outcome, double tookPart, double dose, String cluster) {}
