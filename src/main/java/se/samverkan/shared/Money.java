package se.samverkan.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount of Swedish money, exact to the öre.
 *
 * @param ore the amount in öre; less than nothing where it is owed back
 */
public record Money(long ore) implements Comparable<Money> {

    public static final Money NOTHING = new Money(0);

    /** Spaces between thousands of any kind, then at most two decimals after a comma or a point. */
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,3}([ \\u00a0\\u2009\\u202f]\\d{3})*|\\d{1,13})([,.]\\d{1,2})?");

    /** Whole kronor. */
    public static Money kronor(long kronor) {
        return new Money(Math.multiplyExact(kronor, 100));
    }

    /**
     * Reads what people write: {@code 1 250 000}, {@code 1250000,50}, {@code 99.5 kr}. Empty where it is no amount, or has
     * more than two decimals: an öre is never rounded away unseen.
     */
    public static Optional<Money> parse(String text) {
        String amount = text.strip().replaceFirst("(?iu)\\s*(kr|kronor|sek)\\.?$", "");
        if (!WRITTEN.matcher(amount).matches()) {
            return Optional.empty();
        }
        BigDecimal kronor =
                new BigDecimal(amount.replaceAll("[ \\u00a0\\u2009\\u202f]", "").replace(',', '.'));
        return Optional.of(new Money(kronor.movePointRight(2).longValueExact()));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(ore, other.ore));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(ore, other.ore));
    }

    public boolean isNothing() {
        return ore == 0;
    }

    /** The amount in kronor, with two decimals. */
    public BigDecimal inKronor() {
        return BigDecimal.valueOf(ore).movePointLeft(2).setScale(2, RoundingMode.UNNECESSARY);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(ore, other.ore);
    }

    /** As machines write it: {@code 1250000.50}. */
    @Override
    public String toString() {
        return inKronor().toPlainString();
    }
}
