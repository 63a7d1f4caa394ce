package se.samverkan.actionplan.serving;

/**
 * That an area or a goal of a unit's plan serves an area or a goal of the organiser's.
 *
 * @param part the id of the part that serves
 * @param upper the id of the organiser's part
 */
record Serving(long id, long plan, long part, long upper) {}
