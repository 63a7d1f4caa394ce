package se.samverkan.reporting.release;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.reporting.aggregate.NamedTable.Names;
import se.samverkan.reporting.aggregate.ReadTogether.Standing;
import se.samverkan.reporting.aggregate.Related;
import se.samverkan.reporting.aggregate.StandingSource;
import se.samverkan.reporting.aggregate.Topic;
import se.samverkan.statistics.disclosure.CountedTable;

/** What has been released and not been taken back, all versions: of a programme, and of those that share its cases. */
@Component
@Order(1)
class StandingReleases implements StandingSource {

    private final StoredReleases store;

    StandingReleases(StoredReleases store) {
        this.store = store;
    }

    @Override
    public List<Standing> standing(Programme programme) {
        return store.standing(programme).stream()
                .flatMap(release -> standing(release, release.named()))
                .toList();
    }

    private static Stream<Standing> standing(Release release, Names name) {
        return Topic.of(release.table().topic()).stream().map(topic -> Standing.of(name, topic, release.table()));
    }

    @Override
    public List<Related> related(Programme programme) {
        List<StoredReleases.Beside> beside = store.beside(programme);
        Map<Long, Release> releases =
                store
                        .all(beside.stream()
                                .map(StoredReleases.Beside::release)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Release::id, Function.identity()));
        return beside.stream()
                .flatMap(each -> related(each, Objects.requireNonNull(releases.get(each.release()))))
                .toList();
    }

    private static Stream<Related> related(StoredReleases.Beside beside, Release release) {
        return standing(release, release.namedWithPublisher()).flatMap(standing -> {
            CountedTable counted = beside.counts().tables().get(standing.topic());
            return counted == null
                    ? Stream.empty()
                    : Stream.of(new Related(standing, beside.office(), release.organisation(), counted));
        });
    }
}
