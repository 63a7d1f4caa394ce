package se.samverkan.analysis.chain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.records.mark.MarkView;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.page.Words;

/**
 * Secrecy marks on what is said of the parts of an analysis. The title of a part is read by all who read the analysis; what is
 * said of it, what stood there before and what it was chosen from only by those whom its mark names. What is drawn up, adopted
 * or handed on goes further than its reader, so there a marked part says only that it is marked.
 */
@Component
public class PartMarks {

    /** What the parts are called among all that can be marked. */
    public static final String KIND = "analysis-part";

    private final Marks marks;
    private final Words words;

    PartMarks(Marks marks, MessageSource messages) {
        this.marks = marks;
        this.words = new Words(messages, Words.SWEDISH);
    }

    /** The mark on a part that has been shown to the reader. */
    @Transactional(readOnly = true)
    public Optional<MarkView> of(long part) {
        return Optional.ofNullable(marks.of(KIND, List.of(part)).get(part));
    }

    /** The chain as it may be drawn up or handed on. */
    @Transactional(readOnly = true)
    public Chain drawn(Chain chain) {
        return without(chain, mark -> true);
    }

    /** The chain with nothing in it that is shut to the reader: for one that was kept before it was marked. */
    @Transactional(readOnly = true)
    public Chain open(Chain chain) {
        return without(chain, MarkView::shut);
    }

    private Chain without(Chain chain, Predicate<MarkView> hidden) {
        List<Long> parts = chain.parts().stream().map(Part::id).toList();
        Map<Long, MarkView> marked = marks.of(KIND, parts).entrySet().stream()
                .filter(each -> hidden.test(each.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return marked.isEmpty()
                ? chain
                : new Chain(
                        chain.parts().stream()
                                .map(part -> Optional.ofNullable(marked.get(part.id()))
                                        .map(mark -> part.saying(words.text("records.mark.left-out", mark.provision())))
                                        .orElse(part))
                                .toList(),
                        chain.links());
    }
}
