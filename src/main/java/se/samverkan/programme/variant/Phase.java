package se.samverkan.programme.variant;

import java.util.List;

/**
 * A stretch of the programme, planned in terms.
 *
 * @param key never changes once a partnership has been in it
 * @param purpose what it is for
 * @param terms how many terms it is planned to take, at least one
 * @param steps what is done in it, in order
 */
public record Phase(String key, Text name, Text purpose, int terms, List<Step> steps) {

    /**
     * Something that somebody does in a phase.
     *
     * @param role who has the ball
     * @param levels where it is done
     * @param help what to do, in two sentences
     * @param askRole whom to ask for help
     * @param minutes how long it takes, roughly
     * @param weeks how many weeks into the phase it is due
     */
    public record Step(
            String key,
            Text name,
            String role,
            List<Level> levels,
            Text help,
            String askRole,
            int minutes,
            int weeks) {}
}
