package se.samverkan.partnership.closing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.course.Decision;
import se.samverkan.programme.variant.Variant;
import se.samverkan.records.rendition.Block;
import se.samverkan.records.rendition.Block.Column;
import se.samverkan.records.rendition.Fact;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.shared.page.Words;

/** The paper of a closed case, as the archive keeps it: what was decided, what lives on, what was learned. */
@Component
class ClosingPaper {

    private static final String PAPER = "partnership.closing.paper.";

    private final Course course;
    private final StoredClosings store;
    private final Words words;

    ClosingPaper(Course course, StoredClosings store, MessageSource messages) {
        this.course = course;
        this.store = store;
        this.words = new Words(messages, Words.SWEDISH);
    }

    String title() {
        return word("case");
    }

    String programme() {
        return word("programme");
    }

    Rendition of(PartnershipView view, Variant variant, Closed closed) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, word("decisions")));
        blocks.add(decisions(view));
        blocks.add(new Block.Heading(1, word("lives-on")));
        blocks.add(livesOn(view));
        if (!closed.waivers().isEmpty()) {
            blocks.add(new Block.Heading(1, word("waived")));
            blocks.add(new Block.Facts(closed.waivers().stream()
                    .map(each -> new Fact(named(each.condition()), each.reason()))
                    .toList()));
        }
        blocks.add(new Block.Heading(1, word("learned")));
        blocks.add(new Block.Paragraph(closed.learned()));
        return new Rendition(
                Words.SWEDISH,
                view.ownerName(),
                words.text(PAPER + "title", view.organiserName()),
                "",
                List.of(
                        new Fact(word("programme"), variant.name().sv()),
                        new Fact(word("closed"), words.day(closed.day())),
                        new Fact(word("by"), closed.by()),
                        new Fact(
                                word("units"),
                                view.units().stream().map(Participant::name).collect(Collectors.joining(", ")))),
                blocks,
                closed.at());
    }

    private Block decisions(PartnershipView view) {
        List<List<String>> rows = course.decisions(view.id()).stream()
                .map(each -> List.of(
                        words.day(each.day()),
                        told(view, each),
                        each.words(),
                        each.mandate(),
                        each.by().name()))
                .toList();
        return rows.isEmpty()
                ? new Block.Paragraph(word("none"))
                : new Block.Table(
                        word("decisions"),
                        List.of(
                                Column.text(word("day")),
                                Column.text(word("decision")),
                                Column.text(word("words")),
                                Column.text(word("mandate")),
                                Column.text(word("by"))),
                        rows);
    }

    private String told(PartnershipView view, Decision decision) {
        String kind = words.text("partnership.decision." + decision.kind());
        return decision.unit()
                .flatMap(view::participant)
                .map(unit -> unit.name() + ": " + kind)
                .orElse(kind);
    }

    private Block livesOn(PartnershipView view) {
        List<List<String>> rows = store.livesOn(view.id()).stream()
                .map(each -> List.of(
                        each.what(),
                        each.unit()
                                .flatMap(view::participant)
                                .map(Participant::name)
                                .orElse(word("all")),
                        each.owner(),
                        words.day(each.lookAt())))
                .toList();
        return rows.isEmpty()
                ? new Block.Paragraph(word("none"))
                : new Block.Table(
                        word("lives-on"),
                        List.of(
                                Column.text(word("what")),
                                Column.text(word("unit")),
                                Column.text(word("owner")),
                                Column.text(word("look-at"))),
                        rows);
    }

    private String named(String condition) {
        String key = "programme.code." + condition;
        return words.has(key) ? words.text(key) : condition;
    }

    private String word(String key) {
        return words.text(PAPER + key);
    }
}
