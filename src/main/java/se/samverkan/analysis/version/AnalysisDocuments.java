package se.samverkan.analysis.version;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Branch;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Origin;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.priority.Place;
import se.samverkan.analysis.version.Frozen.FrozenAnswer;
import se.samverkan.records.rendition.Block;
import se.samverkan.records.rendition.Fact;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.shared.page.Words;

/**
 * Makes the document of an analysis, in Swedish whoever reads it (språklagen, section 10): each problem with what shows it and
 * what it is due to, down to the roots; then the areas in their order; then the answers to the programme's questions.
 */
@Component
class AnalysisDocuments {

    private final MessageSource messages;

    AnalysisDocuments(MessageSource messages) {
        this.messages = messages;
    }

    Rendition of(AnalysisView analysis, String organiser, Frozen frozen, String state, Instant made) {
        Words words = new Words(messages, Words.SWEDISH);
        return new Rendition(
                Words.SWEDISH,
                organiser,
                title(analysis),
                words.text("analysis.lead"),
                List.of(new Fact(words.text("analysis.document.state"), state)),
                blocks(frozen, words),
                made);
    }

    String title(AnalysisView analysis) {
        return new Words(messages, Words.SWEDISH).text("analysis.title.of", analysis.unitName());
    }

    /** How the state of an adopted version is told. */
    String adopted(AdoptedVersion version) {
        Words words = new Words(messages, Words.SWEDISH);
        return words.text(
                "analysis.version.adopted", version.number(), version.by().name(), words.moment(version.at()));
    }

    String draft() {
        return new Words(messages, Words.SWEDISH).text("analysis.document.draft");
    }

    private static List<Block> blocks(Frozen frozen, Words words) {
        Chain chain = frozen.chain();
        List<Block> blocks = new ArrayList<>();
        for (Part problem : chain.of(PartKind.PROBLEM)) {
            blocks.add(new Block.Heading(1, words.text("analysis.kind.PROBLEM") + ": " + line(problem.title())));
            said(blocks, problem);
            evidence(blocks, chain, problem, words);
            chain.tree(problem).below().forEach(branch -> cause(blocks, chain, branch, words, 0));
        }
        areas(blocks, chain, frozen.order(), words);
        strengths(blocks, chain, words);
        if (!frozen.answers().isEmpty()) {
            blocks.add(new Block.Heading(1, words.text("analysis.guide.title")));
        }
        for (FrozenAnswer answer : frozen.answers()) {
            blocks.add(new Block.Heading(2, line(answer.question())));
            blocks.add(new Block.Paragraph(answer.words()));
        }
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(words.text("analysis.tree.none")));
        }
        return blocks;
    }

    private static void evidence(List<Block> blocks, Chain chain, Part part, Words words) {
        List<String> shown = chain.below(part.id(), PartKind.EVIDENCE).stream()
                .map(each -> words.capital("analysis.sort." + each.sort()) + ": " + each.title()
                        + (each.source().isEmpty() ? "" : " (" + each.source() + ")")
                        + (each.words().isEmpty() ? "" : "\n" + each.words())
                        + each.origin()
                                .map(origin -> "\n" + stood(origin, words))
                                .orElse(""))
                .toList();
        if (!shown.isEmpty()) {
            blocks.add(new Block.Paragraph(words.text("analysis.document.shown")));
            blocks.add(new Block.Items(shown));
        }
    }

    /** What evidence stands for in another room, in the words that were frozen there. */
    private static String stood(Origin origin, Words words) {
        return words.text("analysis.document.stood", words.day(origin.keptOn()), origin.words());
    }

    /** A cause with those under it: the first is a heading, what follows says that it answers why. */
    private static void cause(List<Block> blocks, Chain chain, Branch branch, Words words, int depth) {
        Part part = branch.part();
        if (part.is(PartKind.AREA)) {
            blocks.add(new Block.Paragraph(words.text("analysis.document.leads", part.number(), part.title())));
            return;
        }
        if (depth == 0) {
            blocks.add(new Block.Heading(2, words.text("analysis.kind.CAUSE") + ": " + line(part.title())));
        } else {
            blocks.add(new Block.Paragraph(words.text("analysis.document.why", part.title())));
        }
        blocks.add(new Block.Note(about(part, words)));
        said(blocks, part);
        evidence(blocks, chain, part, words);
        branch.below().forEach(below -> cause(blocks, chain, below, words, depth + 1));
    }

    private static String about(Part cause, Words words) {
        String sort = words.capital("analysis.sort." + cause.sort());
        return cause.level().isEmpty()
                ? sort
                : sort + ". "
                        + words.text("analysis.document.level", words.text("analysis.cause-level." + cause.level()));
    }

    private static void areas(List<Block> blocks, Chain chain, List<Place> order, Words words) {
        List<Part> areas = Stream.concat(
                        order.stream().flatMap(place -> chain.find(place.area()).stream()),
                        chain.of(PartKind.AREA).stream())
                .distinct()
                .toList();
        if (areas.isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading(1, words.text("analysis.areas.title")));
        for (Part area : areas) {
            blocks.add(new Block.Heading(2, words.text("analysis.area.named", area.number(), line(area.title()))));
            said(blocks, area);
            order.stream()
                    .filter(place -> place.area() == area.id())
                    .findFirst()
                    .ifPresent(place -> blocks.add(
                            new Block.Paragraph(words.text("analysis.document.place", place.place(), place.reason())
                                    .strip())));
        }
    }

    private static void strengths(List<Block> blocks, Chain chain, Words words) {
        List<Part> strengths = chain.of(PartKind.STRENGTH);
        if (!strengths.isEmpty()) {
            blocks.add(new Block.Heading(1, words.text("analysis.strengths.title")));
        }
        for (Part strength : strengths) {
            blocks.add(new Block.Heading(2, line(strength.title())));
            said(blocks, strength);
            evidence(blocks, chain, strength, words);
        }
    }

    private static void said(List<Block> blocks, Part part) {
        if (!part.words().isEmpty()) {
            blocks.add(new Block.Paragraph(part.words()));
        }
    }

    private static String line(String text) {
        return text.replace('\n', ' ');
    }
}
