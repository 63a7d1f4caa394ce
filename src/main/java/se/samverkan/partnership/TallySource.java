package se.samverkan.partnership;

/**
 * A room that adds to the sums over many cases: by a function of its own schema, which takes the ids of cases and returns numbers by
 * topic, row and column, with how many units or organisers are behind each. Counting goes on where the rows are, and all rooms are
 * asked in one question. Such a function reads past the policies, so it counts only cases of {@code partnership.tallied()}, and only
 * what stands: adopted, decided, handed in; never a draft, a name or a text.
 *
 * <p>Its columns: {@code topic text, row_key text, column_key text, value float8, contributors int}; a total has the key {@code *}.
 */
@FunctionalInterface
public interface TallySource {

    /** What the function is called, with its schema. */
    String function();
}
