package se.samverkan.selection.research;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import se.samverkan.selection.allotment.AllotmentView;
import se.samverkan.selection.allotment.BasisView;
import se.samverkan.selection.allotment.StoredAllotments.Commitment;
import se.samverkan.selection.allotment.StoredBases;
import se.samverkan.selection.candidate.Criterion;
import se.samverkan.selection.candidate.StoredCriteria;
import se.samverkan.selection.round.RoundView;
import se.samverkan.statistics.Indicators;

/** The code book of a round for research: what each file and column is, in English, and how the parts were computed. */
@Component
class CodeBook {

    /** The papers of methods that go with a round. */
    static final List<String> METHODS = List.of(
            "basis.md",
            "draw.md",
            "estimate.md",
            "matching.md",
            "needs-index.md",
            "pooling.md",
            "rank-probabilities.md",
            "trend.md");

    private final StoredCriteria criteria;
    private final StoredBases bases;
    private final Indicators indicators;

    CodeBook(StoredCriteria criteria, StoredBases bases, Indicators indicators) {
        this.criteria = criteria;
        this.bases = bases;
        this.indicators = indicators;
    }

    /** The code book itself, with what is particular to the round first. */
    String text(RoundView round, AllotmentView allotment, Optional<Commitment> seed) {
        BasisView basis = bases.all(round.id()).stream()
                .filter(each -> each.version() == allotment.basis())
                .findFirst()
                .orElseThrow();
        StringBuilder text = new StringBuilder("# " + round.name() + "\n\n" + round.purpose() + "\n\n");
        text.append("- method: ").append(allotment.method()).append('\n');
        text.append("- basis: version ")
                .append(basis.version())
                .append(", SHA-256 ")
                .append(basis.checksum())
                .append('\n');
        text.append("- plan locked at the allotment: version ")
                .append(allotment.plan())
                .append('\n');
        allotment
                .grouping()
                .ifPresent(grouping ->
                        text.append("- pairs within: ").append(grouping).append('\n'));
        seed.ifPresent(known -> text.append("- seed: ")
                .append(known.seed().orElse("not drawn with"))
                .append(", SHA-256 ")
                .append(known.checksum())
                .append('\n'));
        text.append("\n## Criteria\n\n");
        for (Criterion each :
                criteria.version(round.id(), basis.criteriaVersion()).criteria()) {
            text.append("- ")
                    .append(each.indicator())
                    .append(", ")
                    .append(each.years())
                    .append(" years to ");
            text.append(each.lastPeriod())
                    .append(", ")
                    .append(each.use())
                    .append(' ')
                    .append(each.amount());
            text.append(", need is ").append(each.needy()).append(": ");
            text.append(indicators
                    .find(each.indicator())
                    .map(known -> known.definition(java.util.Locale.ENGLISH))
                    .orElse("withdrawn"));
            text.append('\n');
        }
        return text.append('\n').append(read("selection/codebook.md")).toString();
    }

    /** A paper of methods, as it stands in the project. */
    static String method(String name) {
        return read("methods/" + name);
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " does not come with the application", e);
        }
    }
}
