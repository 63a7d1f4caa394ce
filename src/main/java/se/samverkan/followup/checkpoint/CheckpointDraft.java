package se.samverkan.followup.checkpoint;

import java.util.Map;
import se.samverkan.followup.sign.SignState;
import se.samverkan.shared.Refusal;

/**
 * What a group says at a checkpoint.
 *
 * @param reading what it makes of what it has seen
 * @param keep what goes on as it is
 * @param change what is done in another way
 * @param stop what is not done any longer
 * @param signs how far the signs have come, by sign; one that nobody judged is not there
 * @param interventions where the interventions stand, by intervention; one that nobody judged is not there
 */
public record CheckpointDraft(
        String reading,
        String keep,
        String change,
        String stop,
        Map<Long, Judged> signs,
        Map<Long, Given> interventions) {

    /** How many letters the reading, or what to keep, change and stop can have. */
    public static final int MOST_OF_WORDS = 5_000;

    /** How many letters can stand beside one sign or one intervention. */
    public static final int MOST_OF_LINE = 2_000;

    /** How many letters the dose can have. */
    public static final int MOST_OF_DOSE = 300;

    /** How far a sign has come, and what was seen of it. */
    public record Judged(SignState state, String words) {}

    /**
     * Where an intervention stands.
     *
     * @param dose how much of it has been given, in words
     * @param words why, where it is not as planned
     */
    public record Given(InterventionState state, String dose, String words) {}

    public CheckpointDraft {
        signs = Map.copyOf(signs);
        interventions = Map.copyOf(interventions);
        for (String text : new String[] {reading, keep, change, stop}) {
            requireAtMost(text, MOST_OF_WORDS);
        }
        signs.values().forEach(each -> requireAtMost(each.words(), MOST_OF_LINE));
        interventions.values().forEach(each -> {
            requireAtMost(each.words(), MOST_OF_LINE);
            requireAtMost(each.dose(), MOST_OF_DOSE);
        });
    }

    private static void requireAtMost(String text, int most) {
        if (text.length() > most) {
            throw Refusal.rule("followup.refusal.words-long", most);
        }
    }

    static CheckpointDraft empty() {
        return new CheckpointDraft("", "", "", "", Map.of(), Map.of());
    }

    public boolean isEmpty() {
        return (reading + keep + change + stop).isBlank() && signs.isEmpty() && interventions.isEmpty();
    }
}
