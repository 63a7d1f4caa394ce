package se.samverkan.statistics;

import java.util.OptionalDouble;

/**
 * A published figure: a value with what it means, or the reason there is none. Never null, never a stand-in zero.
 *
 * <p>Each keeps the token that stood in the source, so that what is shown can be held against what was published.
 */
public sealed interface Figure {

    /** What stood in the source, letter by letter. */
    String token();

    /** The number the database keeps for this kind of figure; see {@code statistics.observation}. */
    int status();

    /** The value that may be drawn and compared, if there is one; a bounded figure gives its bound. */
    OptionalDouble value();

    /** A value as published. */
    record Exact(double number, String token) implements Figure {
        @Override
        public int status() {
            return 1;
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.of(number);
        }
    }

    /** A value the source has rounded, such as {@code cirka 130}. */
    record Approximate(double number, String token) implements Figure {
        @Override
        public int status() {
            return 2;
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.of(number);
        }
    }

    /** Nearly all: {@code ~100}, one to four pupils who are not counted; the true value lies just below the bound. */
    record Bounded(double bound, String token) implements Figure {
        @Override
        public int status() {
            return 3;
        }

        @Override
        public OptionalDouble value() {
            return OptionalDouble.of(bound);
        }
    }

    /** Too few pupils to publish: {@code ..} or, in surveys, {@code -}. */
    record Masked(String token) implements Absent {
        @Override
        public int status() {
            return 4;
        }
    }

    /** The question does not apply to this unit. */
    record NotApplicable(String token) implements Absent {
        @Override
        public int status() {
            return 5;
        }
    }

    /** The source says only that there is no figure: {@code .}; missing or not applicable, it does not tell which. */
    record Missing(String token) implements Absent {
        @Override
        public int status() {
            return 6;
        }
    }

    /** Teachers who need no licence are not counted: {@code *}. */
    record NoRequirement(String token) implements Absent {
        @Override
        public int status() {
            return 7;
        }
    }

    /** A figure without a value. */
    sealed interface Absent extends Figure {
        @Override
        default OptionalDouble value() {
            return OptionalDouble.empty();
        }
    }

    /** The figure that the database kept as these columns. */
    static Figure of(int status, double value, String token) {
        return switch (status) {
            case 1 -> new Exact(value, token);
            case 2 -> new Approximate(value, token);
            case 3 -> new Bounded(value, token);
            case 4 -> new Masked(token);
            case 5 -> new NotApplicable(token);
            case 6 -> new Missing(token);
            case 7 -> new NoRequirement(token);
            default -> throw new IllegalArgumentException("no figure has the status " + status);
        };
    }
}
