package se.samverkan.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What has been asked in this transaction already. A page is made of what many parts say, and several of them ask the same:
 * in a transaction that only reads, the first answer holds for them all, and is forgotten with it.
 */
public final class AskedOnce {

    private AskedOnce() {}

    /** A question by what it asks for, and what it asks about. */
    private record Question(Class<?> asker, Object about) {}

    /**
     * The answer; asked anew in every transaction, and every time in one that may change something.
     *
     * @param asker the class that asks; its answers are its own
     * @param about what tells its questions apart, with {@code equals}
     */
    @SuppressWarnings("unchecked")
    public static <T> T in(Class<?> asker, Object about, Supplier<T> question) {
        Map<Question, Object> answers = answers();
        if (answers == null) {
            return question.get();
        }
        Question key = new Question(asker, about);
        Object known = answers.get(key);
        if (known == null) {
            known = question.get();
            answers.put(key, known);
        }
        return (T) known;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<Question, Object> answers() {
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return null;
        }
        Object bound = TransactionSynchronizationManager.getResource(AskedOnce.class);
        if (bound == null) {
            bound = new HashMap<Question, Object>();
            TransactionSynchronizationManager.bindResource(AskedOnce.class, bound);
            TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        }
        return (Map<Question, Object>) bound;
    }

    private static final class Forgetting implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(AskedOnce.class);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(AskedOnce.class);
        }
    }
}
