package se.samverkan.actionplan.adoption;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.actionplan.content.Baselines;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPart;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.actionplan.content.PlanParts;
import se.samverkan.actionplan.content.PlanView;
import se.samverkan.actionplan.content.PlanWords;
import se.samverkan.records.rendition.Block;
import se.samverkan.records.rendition.Fact;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.shared.page.Words;

/**
 * Makes the document of a plan, in Swedish whoever reads it (språklagen, section 10): area by area with what shows it, its causes,
 * goals with their signs, interventions and how it is followed up; then other work.
 */
@Component
class PlanDocuments {

    private final MessageSource messages;
    private final Baselines baselines;

    PlanDocuments(MessageSource messages, Baselines baselines) {
        this.messages = messages;
        this.baselines = baselines;
    }

    Rendition of(PlanView plan, String organiser, FrozenPlan frozen, String state, Instant made) {
        Words words = words();
        PlanParts parts = frozen.plan();
        PlanWords says = new PlanWords(words, parts, frozen.people(), baselines::indicator);
        return new Rendition(
                Words.SWEDISH,
                organiser,
                title(plan),
                words.text("actionplan.lead"),
                List.of(new Fact(words.text("actionplan.document.state"), state)),
                blocks(parts, says, words),
                made);
    }

    String title(PlanView plan) {
        return words().text("actionplan.title.of", plan.unitName());
    }

    /** How it is told what was decided of a version. */
    String state(PlanVersion version) {
        Words words = words();
        String adopted = words.text(
                "actionplan.version.adopted", version.number(), version.by().name(), words.moment(version.at()));
        return version.decided()
                .map(decided -> adopted + " "
                        + words.text(
                                "actionplan.version.decided." + version.standing(),
                                decided.by().name(),
                                words.moment(decided.at())))
                .orElse(adopted + " " + words.text("actionplan.version.waits"));
    }

    String draft() {
        return words().text("actionplan.document.draft");
    }

    private Words words() {
        return new Words(messages, Words.SWEDISH);
    }

    private static List<Block> blocks(PlanParts parts, PlanWords says, Words words) {
        List<Block> blocks = new ArrayList<>();
        for (PlanPart area : parts.of(PlanPartKind.AREA)) {
            blocks.add(new Block.Heading(1, words.text("actionplan.area.named", area.number(), line(area.title()))));
            said(blocks, area);
            fields(blocks, area, says, words, PlanField.PROBLEM, PlanField.EVIDENCE, PlanField.EFFECT);
            items(blocks, words.text("actionplan.section.CAUSE"), parts.below(area, PlanPartKind.CAUSE));
            goals(blocks, parts, area, says, words);
            interventions(blocks, parts, area, says, words);
            followUp(blocks, parts.below(area, PlanPartKind.FOLLOW_UP), says, words);
        }
        others(blocks, parts.of(PlanPartKind.OTHER_WORK), says, words);
        if (blocks.isEmpty()) {
            blocks.add(new Block.Paragraph(words.text("actionplan.areas.none")));
        }
        return blocks;
    }

    private static void goals(List<Block> blocks, PlanParts parts, PlanPart area, PlanWords says, Words words) {
        for (PlanPart goal : parts.below(area, PlanPartKind.GOAL)) {
            blocks.add(new Block.Heading(2, words.text("actionplan.kind.GOAL") + ": " + line(goal.title())));
            said(blocks, goal);
            for (String said : List.of(says.scope(goal), says.measured(goal))) {
                if (!said.isEmpty()) {
                    blocks.add(new Block.Paragraph(said));
                }
            }
            List<String> milestones = parts.below(goal, PlanPartKind.MILESTONE).stream()
                    .map(each ->
                            joined(says.says(each, PlanField.TERM), each.title(), says.says(each, PlanField.TARGET)))
                    .toList();
            texts(blocks, words.text("actionplan.section.MILESTONE"), milestones);
            List<String> signs = parts.below(goal, PlanPartKind.SIGN).stream()
                    .map(each -> joined(
                            each.title(),
                            says.says(each, PlanField.WHOSE),
                            says.says(each, PlanField.SEEN_BY),
                            says.says(each, PlanField.WHERE),
                            says.says(each, PlanField.HOW),
                            says.says(each, PlanField.TERM)))
                    .toList();
            texts(blocks, words.text("actionplan.section.SIGN"), signs);
        }
    }

    private static void interventions(List<Block> blocks, PlanParts parts, PlanPart area, PlanWords says, Words words) {
        for (PlanPart each : parts.below(area, PlanPartKind.INTERVENTION)) {
            blocks.add(new Block.Heading(
                    2, words.text("actionplan.intervention.named", each.number(), line(each.title()))));
            said(blocks, each);
            List<Fact> facts = PlanField.of(PlanPartKind.INTERVENTION).stream()
                    .filter(each::says)
                    .map(field -> new Fact(words.text("actionplan.plan-" + field.key()), line(says.says(each, field))))
                    .filter(fact -> !fact.value().isBlank())
                    .toList();
            if (!facts.isEmpty()) {
                blocks.add(new Block.Facts(facts));
            }
        }
    }

    private static void followUp(List<Block> blocks, List<PlanPart> parts, PlanWords says, Words words) {
        texts(
                blocks,
                words.text("actionplan.section.FOLLOW_UP"),
                parts.stream()
                        .map(each -> joined(
                                each.title(),
                                says.says(each, PlanField.HOW),
                                says.says(each, PlanField.TERM),
                                says.says(each, PlanField.WHO)))
                        .toList());
    }

    private static void others(List<Block> blocks, List<PlanPart> parts, PlanWords says, Words words) {
        if (!parts.isEmpty()) {
            blocks.add(new Block.Heading(1, words.text("actionplan.section.OTHER_WORK")));
            blocks.add(new Block.Items(parts.stream()
                    .map(each -> joined(each.title(), says.terms(each), says.says(each, PlanField.WHO)))
                    .toList()));
        }
    }

    private static void fields(List<Block> blocks, PlanPart part, PlanWords says, Words words, PlanField... fields) {
        for (PlanField field : fields) {
            if (part.says(field)) {
                blocks.add(new Block.Paragraph(
                        words.text("actionplan.plan-" + field.key()) + ": " + says.says(part, field)));
            }
        }
    }

    private static void items(List<Block> blocks, String heading, List<PlanPart> parts) {
        texts(blocks, heading, parts.stream().map(PlanPart::title).toList());
    }

    private static void texts(List<Block> blocks, String heading, List<String> texts) {
        if (!texts.isEmpty()) {
            blocks.add(new Block.Paragraph(heading + ":"));
            blocks.add(new Block.Items(texts));
        }
    }

    private static void said(List<Block> blocks, PlanPart part) {
        if (!part.words().isEmpty()) {
            blocks.add(new Block.Paragraph(part.words()));
        }
    }

    private static String joined(String... texts) {
        return String.join(
                " · ",
                java.util.Arrays.stream(texts).filter(text -> !text.isEmpty()).toList());
    }

    private static String line(String text) {
        return text.replace('\n', ' ');
    }
}
