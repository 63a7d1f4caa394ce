package se.samverkan.intervention.commission;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What either side can do with a commission, where it must stand for that, and where it stands then. */
public enum Deed {
    GIVE(Side.CLIENT, List.of(), Standing.GIVEN),
    ACCEPT(Side.PROVIDER, List.of(Standing.GIVEN), Standing.ACCEPTED),
    DECLINE(Side.PROVIDER, List.of(Standing.GIVEN), Standing.DECLINED),
    COUNTER(Side.PROVIDER, List.of(Standing.GIVEN), Standing.COUNTERED),
    /** The provider steps back from what it has accepted. */
    STEP_BACK(Side.PROVIDER, List.of(Standing.ACCEPTED, Standing.COUNTERED), Standing.WITHDRAWN),
    /** The client takes the provider's terms. */
    AGREE(Side.CLIENT, List.of(Standing.COUNTERED), Standing.ACCEPTED),
    /** The client asks once more, in its own terms. */
    INSIST(Side.CLIENT, List.of(Standing.COUNTERED), Standing.GIVEN),
    WITHDRAW(Side.CLIENT, List.of(Standing.GIVEN, Standing.COUNTERED, Standing.ACCEPTED), Standing.WITHDRAWN),
    /** The provider tells what was done and what came of it. */
    REPORT(Side.PROVIDER, List.of(Standing.ACCEPTED), Standing.REPORTED),
    /** The client asks for more before it closes. */
    ASK_MORE(Side.CLIENT, List.of(Standing.REPORTED), Standing.ACCEPTED),
    CLOSE(Side.CLIENT, List.of(Standing.REPORTED), Standing.CLOSED);

    /** Who does it. */
    public enum Side {
        CLIENT,
        PROVIDER
    }

    /** Where a commission stands. */
    public enum Standing {
        GIVEN,
        COUNTERED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        REPORTED,
        CLOSED;

        public boolean isOver() {
            return this == DECLINED || this == WITHDRAWN || this == CLOSED;
        }

        /** Whether there is something to plan and to follow. */
        public boolean isUnderWay() {
            return this == ACCEPTED || this == REPORTED || this == CLOSED;
        }
    }

    private static final int LONGEST = 5_000;
    private static final int LONGEST_REPORT = 20_000;

    private final Side side;
    private final List<Standing> from;
    private final Standing to;

    Deed(Side side, List<Standing> from, Standing to) {
        this.side = side;
        this.from = from;
        this.to = to;
    }

    public Side side() {
        return side;
    }

    Standing to() {
        return to;
    }

    /** Whether it must be said why. */
    public boolean needsWords() {
        return this != GIVE && this != ACCEPT && this != AGREE && this != CLOSE;
    }

    /** How many signs the words may have. */
    int longest() {
        return this == REPORT ? LONGEST_REPORT : LONGEST;
    }

    /** Whether it can be done where the commission stands. */
    public boolean canFollow(Standing standing) {
        return from.contains(standing);
    }

    static Optional<Deed> called(String name) {
        return Arrays.stream(values())
                .filter(each -> each != GIVE && each.name().equals(name))
                .findFirst();
    }
}
