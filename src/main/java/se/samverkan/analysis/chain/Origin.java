package se.samverkan.analysis.chain;

import java.time.LocalDate;

/**
 * What evidence stands for in another room, frozen when it became evidence.
 *
 * @param kind the kind of its source, such as {@code survey}
 * @param ref its id within that kind
 * @param words what it said then
 * @param address the path of the page where it stands
 * @param keptOn the day when it became evidence
 */
public record Origin(String kind, String ref, String words, String address, LocalDate keptOn) {

    /** How many letters of it are kept. */
    public static final int MOST = 20_000;
}
