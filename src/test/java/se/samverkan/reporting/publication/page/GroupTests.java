package se.samverkan.reporting.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** No number of the public is of a group that is too small, and none can be worked out from those that are told. */
class GroupTests {

    private static Group of(String phase, int units, long... organisers) {
        return new Group(
                List.of(phase), units, LongStream.of(organisers).boxed().collect(Collectors.toSet()));
    }

    @Test
    void tellsEachPhaseThatIsLargeEnoughByItself() {
        List<Group> counted = List.of(of("a", 5, 1, 2, 3), of("b", 9, 1, 4, 5));
        assertThat(Group.told(counted)).isEqualTo(counted);
    }

    @Test
    void putsASmallPhaseTogetherWithTheNext() {
        assertThat(Group.told(List.of(of("a", 2, 1), of("b", 9, 1, 4, 5))))
                .containsExactly(new Group(List.of("a", "b"), 11, Set.of(1L, 4L, 5L)));
    }

    @Test
    void putsASmallLastPhaseTogetherWithTheOneBefore() {
        assertThat(Group.told(List.of(of("a", 9, 1, 4, 5), of("b", 4, 1, 2, 3))))
                .containsExactly(new Group(List.of("a", "b"), 13, Set.of(1L, 2L, 3L, 4L, 5L)));
    }

    @Test
    void countsManyUnitsOfTwoOrganisersAsTooFew() {
        assertThat(Group.told(List.of(of("a", 40, 1, 2), of("b", 0)))).isEmpty();
    }

    @Test
    void tellsNothingWhereAllTogetherAreTooFew() {
        assertThat(Group.told(List.of(of("a", 2, 1), of("b", 2, 2)))).isEmpty();
        assertThat(Group.told(List.of())).isEmpty();
    }

    /** Tried on many countings: every group is large enough, no phase is lost, and the sum is the sum. */
    @Test
    void leavesNoSmallGroupAndNoDifferenceThatIsOne() {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            List<Group> counted = new ArrayList<>();
            for (int phase = 0; phase < 6; phase++) {
                int units = random.nextInt(12);
                counted.add(new Group(
                        List.of("p" + phase),
                        units,
                        random.longs(Math.min(units, 4), 0, 9).boxed().collect(Collectors.toSet())));
            }
            List<Group> told = Group.told(counted);
            assertThat(told).allMatch(group -> group.units() >= Group.LEAST_UNITS);
            assertThat(told).allMatch(group -> group.organisers().size() >= Group.LEAST_ORGANISERS);
            if (!told.isEmpty()) {
                assertThat(told.stream().flatMap(group -> group.phases().stream()))
                        .containsExactly("p0", "p1", "p2", "p3", "p4", "p5");
                assertThat(told.stream().mapToInt(Group::units).sum())
                        .isEqualTo(counted.stream().mapToInt(Group::units).sum());
            }
        }
    }
}
