package se.samverkan.analysis.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.statistics.UnitReading.Line;
import se.samverkan.statistics.UnitReading.Reading;

/**
 * The data pack of a unit in a partnership.
 *
 * @param annotations what is written beside the series, by their ids
 * @param writes whether the reader annotates it
 */
public record DataPack(
        PartnershipView partnership,
        Participant unit,
        Reading reading,
        Map<String, Annotation> annotations,
        boolean writes) {

    public Optional<Annotation> annotation(String line) {
        return Optional.ofNullable(annotations.get(line)).filter(Annotation::isThere);
    }

    public List<Line> lines() {
        return reading.groups().stream()
                .flatMap(group -> group.lines().stream())
                .toList();
    }

    public Optional<Line> line(String id) {
        return lines().stream().filter(line -> line.id().equals(id)).findFirst();
    }

    /** The path of its page. */
    public String address() {
        return "/partnerships/" + partnership.id() + "/units/" + unit.key() + "/pack";
    }
}
