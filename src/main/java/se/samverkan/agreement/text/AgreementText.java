package se.samverkan.agreement.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.samverkan.programme.variant.Level;
import se.samverkan.shared.Money;
import se.samverkan.shared.Period;

/**
 * What an agreement says: clauses in order, and the interventions that it promises, each with who is responsible. A value: a
 * change makes another text.
 */
public record AgreementText(List<Clause> clauses, List<AgreedIntervention> interventions) {

    public AgreementText {
        clauses = List.copyOf(clauses);
        interventions = List.copyOf(interventions);
    }

    /**
     * A numbered paragraph with its heading; its number is its place.
     *
     * @param key what comments and comparisons know it by; never used again for another
     * @param words what it says; empty where it is shut to the reader
     * @param secret where its words are kept apart, so that it can be marked; null for any other
     */
    public record Clause(
            String key,
            String heading,
            String words,
            @Nullable Secret secret) {

        public Clause(String key, String heading, String words) {
            this(key, heading, words, null);
        }

        /** The same with other words. */
        Clause saying(String said) {
            return new Clause(key, heading, said, secret);
        }
    }

    /**
     * That the words of a clause lie in rows of their own.
     *
     * @param id what a secrecy mark knows the clause by
     * @param checksum the same for the same words
     */
    public record Secret(long id, String checksum) {}

    /**
     * What is to be done: an intervention (insats) as it is agreed.
     *
     * @param key what comments and comparisons know it by
     * @param what what is done, in words
     * @param responsible the role, organisation or person that answers for it
     * @param level the level that it is for
     * @param first the first term
     * @param last the last term
     * @param cost what it costs; nothing where it costs nothing
     */
    public record AgreedIntervention(
            String key, String what, String responsible, Level level, Period first, Period last, Money cost) {}

    /** What all interventions cost together. */
    public Money cost() {
        return interventions.stream().map(AgreedIntervention::cost).reduce(Money.NOTHING, Money::plus);
    }

    public Optional<Clause> clause(String key) {
        return clauses.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    public Optional<AgreedIntervention> intervention(String key) {
        return interventions.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    boolean hasSecrets() {
        return clauses.stream().anyMatch(each -> each.secret() != null);
    }

    /** The text with the words that are kept apart, by the id of their clause; where there are none it says nothing. */
    AgreementText filled(Map<Long, String> words) {
        return mapped(clause -> clause.secret() == null
                ? clause
                : clause.saying(words.getOrDefault(clause.secret().id(), "")));
    }

    /** The text without what is kept apart, for the log. */
    AgreementText open() {
        return filled(Map.of());
    }

    AgreementText mapped(UnaryOperator<Clause> change) {
        return new AgreementText(clauses.stream().map(change).toList(), interventions);
    }

    /** The text with a clause in place of the one with its key, or after the last one where there is none. */
    public AgreementText with(Clause clause) {
        return new AgreementText(put(clauses, clause, Clause::key), interventions);
    }

    public AgreementText with(AgreedIntervention intervention) {
        return new AgreementText(clauses, put(interventions, intervention, AgreedIntervention::key));
    }

    /** The text without the clause or intervention with a key. */
    public AgreementText without(String key) {
        return new AgreementText(
                clauses.stream().filter(each -> !each.key().equals(key)).toList(),
                interventions.stream().filter(each -> !each.key().equals(key)).toList());
    }

    /** The text with a clause one step up, or as it is where it is the first. */
    AgreementText raised(String key) {
        List<Clause> order = new ArrayList<>(clauses);
        clause(key)
                .map(clauses::indexOf)
                .filter(at -> at > 0)
                .ifPresent(at -> order.add(at - 1, order.remove((int) at)));
        return new AgreementText(order, interventions);
    }

    private static <T> List<T> put(List<T> things, T thing, Function<T, String> key) {
        UnaryOperator<T> replaced = each -> key.apply(each).equals(key.apply(thing)) ? thing : each;
        List<T> changed = new ArrayList<>(things.stream().map(replaced).toList());
        if (!changed.contains(thing)) {
            changed.add(thing);
        }
        return changed;
    }
}
