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
    WITHDRAW(Side.CLIENT, List.of(Standing.GIVEN, Standing.COUNTERED, Standing.ACCEPTED), Standing.WITHDRAWN);

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
        WITHDRAWN;

        public boolean isOver() {
            return this == DECLINED || this == WITHDRAWN;
        }
    }

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
        return this != GIVE && this != ACCEPT && this != AGREE;
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
