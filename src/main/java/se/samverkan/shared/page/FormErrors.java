package se.samverkan.shared.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.Refusal;

/**
 * What is wrong with a form that was sent, field by field in the order of the form. The form comes back whole with
 * these, as a summary on top and as a sentence at each field.
 *
 * <p>A value: {@link #with} gives a new one. Holds keys, not sentences, so that a controller knows no language.
 *
 * @param problems what is wrong
 */
public record FormErrors(List<Problem> problems) {

    /**
     * One thing that is wrong.
     *
     * @param field the name of the field, empty when it is the form as a whole
     * @param key the sentence's key in the message files: what happened and what to do
     * @param details what is to be put into the sentence
     */
    public record Problem(String field, String key, List<Object> details) {}

    public FormErrors {
        problems = List.copyOf(problems);
    }

    public static FormErrors none() {
        return new FormErrors(List.of());
    }

    /** What a door refused, shown at the form that asked. */
    public static FormErrors of(Refusal refusal) {
        return none().with("", refusal.reason(), refusal.details());
    }

    /** These and one more. */
    public FormErrors with(String field, String key, Object... details) {
        List<Problem> more = new ArrayList<>(problems);
        more.add(new Problem(field, key, List.of(details)));
        return new FormErrors(more);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Whether this is among what is wrong. */
    public boolean has(String key) {
        return problems.stream().anyMatch(problem -> problem.key().equals(key));
    }

    /** The sentence at a field, or null where nothing is wrong with it. */
    public @Nullable String at(Page page, String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .map(problem -> sentence(page, problem))
                .orElse(null);
    }

    /** The sentence of one problem, in the reader's language. */
    public String sentence(Page page, Problem problem) {
        return page.text(problem.key(), problem.details().toArray());
    }
}
