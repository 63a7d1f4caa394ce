package se.samverkan.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samverkan.evaluation.method.Discontinuity;
import se.samverkan.evaluation.method.DoseLine;
import se.samverkan.evaluation.method.GroupTime;
import se.samverkan.evaluation.method.Interval;
import se.samverkan.evaluation.method.Note;
import se.samverkan.evaluation.method.PairedLot;
import se.samverkan.evaluation.method.PreTrends;
import se.samverkan.evaluation.method.Randomisation;
import se.samverkan.evaluation.method.Sensitivity;
import se.samverkan.shared.page.Words;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says an effect as JSON, or as a plain sentence with its tables. */
final class EffectSentences {

    private static final int DECIMALS = 4;
    private static final int PROSE = 2;
    private static final double DOUBT = 0.05;

    private EffectSentences() {}

    static void say(GroupTime.Answer answer, Terminal terminal) {
        if (terminal.speaksJson()) {
            json(answer, answer.notes(), terminal);
            return;
        }
        terminal.say(
                "evaluation.panel",
                answer.counts().units(),
                answer.counts().treated(),
                answer.counts().never());
        sentence(answer.overall().simple(), terminal);
        notes(answer.notes(), terminal);
        beliefs(answer, terminal);
        terminal.say("evaluation.overall");
        line("evaluation.simple", answer.overall().simple(), terminal);
        line("evaluation.group", answer.overall().group(), terminal);
        line("evaluation.dynamic", answer.overall().dynamic(), terminal);
        terminal.say(
                "evaluation.study." + answer.bands().kind(),
                terminal.words().number(answer.bands().critical(), PROSE));
        answer.eventStudy()
                .forEach(event -> terminal.say(
                        "evaluation.event",
                        event.e(),
                        told(new Interval(event.estimate(), event.se(), event.lower(), event.upper()), terminal)));
        terminal.say("evaluation.effects");
        answer.attGt()
                .forEach(effect -> terminal.say(
                        "evaluation.effect",
                        effect.group(),
                        effect.period(),
                        number(effect.estimate(), terminal),
                        number(effect.se(), terminal)));
    }

    /** What speaks against the comparison, and how much of it the effect would survive. */
    private static void beliefs(GroupTime.Answer answer, Terminal terminal) {
        PreTrends before = answer.preTrends();
        if (before != null) {
            String key = before.p() < DOUBT ? "evaluation.pretrends.against" : "evaluation.pretrends.silent";
            terminal.say(key, terminal.words().number(before.p(), DECIMALS));
        }
        Sensitivity sensitivity = answer.sensitivity();
        Double breakdown = sensitivity == null ? null : sensitivity.breakdownAverage();
        if (sensitivity != null && breakdown != null) {
            terminal.say(
                    "evaluation.survives.told",
                    terminal.words().number(breakdown, PROSE),
                    number(sensitivity.largestStep(), terminal));
        }
    }

    static void say(Discontinuity.Answer answer, Terminal terminal) {
        if (terminal.speaksJson()) {
            json(answer, answer.notes(), terminal);
            return;
        }
        Words words = terminal.words();
        terminal.say(
                "evaluation.threshold", answer.below(), answer.above(), words.number(answer.bandwidth(), DECIMALS));
        sentence(new Interval(answer.estimate(), answer.se(), answer.lower(), answer.upper()), terminal);
        notes(answer.notes(), terminal);
        terminal.say(
                "evaluation.threshold.corrected",
                number(answer.corrected(), terminal),
                number(answer.se(), terminal),
                number(answer.conventionalSe(), terminal));
        terminal.say(
                "evaluation.threshold.density",
                answer.density().below(),
                answer.density().above(),
                words.number(answer.density().p(), DECIMALS));
    }

    static void say(DoseLine.Answer answer, Terminal terminal) {
        if (terminal.speaksJson()) {
            json(answer, answer.notes(), terminal);
            return;
        }
        terminal.say(
                "evaluation.dose.units",
                answer.units(),
                answer.clusters(),
                terminal.words().number(answer.mean(), PROSE));
        line("evaluation.dose.slope", answer.slope(), terminal);
        terminal.say("evaluation.freedom", terminal.words().number(answer.df(), PROSE));
        notes(answer.notes(), terminal);
    }

    static void say(PairedLot.Answer answer, Terminal terminal) {
        if (terminal.speaksJson()) {
            json(answer, answer.notes(), terminal);
            return;
        }
        Words words = terminal.words();
        terminal.say("evaluation.pairs", answer.pairs(), answer.clusters());
        sentence(answer.itt().interval(), terminal);
        notes(answer.notes(), terminal);
        line("evaluation.itt", answer.itt().interval(), terminal);
        terminal.say("evaluation.freedom", words.number(answer.itt().df(), PROSE));
        Randomisation lot = answer.randomisation();
        terminal.say(
                lot.exact() ? "evaluation.randomisation.exact" : "evaluation.randomisation.drawn",
                words.number(lot.p(), DECIMALS),
                words.count(lot.draws()));
        PairedLot.Late late = answer.late();
        if (late != null) {
            line("evaluation.late", late.interval(), terminal);
        }
        PairedLot.Late perDose = answer.perDose();
        if (perDose != null) {
            line("evaluation.dose.per-hour", perDose.interval(), terminal);
        }
    }

    private static void json(Object answer, List<Note> notes, Terminal terminal) {
        ObjectNode tree = JsonMapper.shared().valueToTree(answer);
        ArrayNode sentences = tree.putArray("notes");
        notes.forEach(note -> sentences.add(sentence(note, terminal)));
        terminal.json(tree, JsonMapper.shared());
    }

    private static void notes(List<Note> notes, Terminal terminal) {
        notes.forEach(note -> terminal.say("evaluation.note", sentence(note, terminal)));
    }

    private static String sentence(Note note, Terminal terminal) {
        return terminal.words().text(note.key(), note.details().toArray());
    }

    private static void sentence(Interval effect, Terminal terminal) {
        Double lower = effect.lower();
        Double upper = effect.upper();
        if (lower == null || upper == null) {
            terminal.say("evaluation.sentence.none", number(effect.estimate(), terminal));
        } else {
            String key = effect.leavesOutZero() ? "evaluation.sentence.told" : "evaluation.sentence.untold";
            terminal.say(key, signed(effect.estimate(), terminal), signed(lower, terminal), signed(upper, terminal));
        }
    }

    private static void line(String key, Interval effect, Terminal terminal) {
        terminal.say("evaluation.line", terminal.words().text(key), told(effect, terminal));
    }

    private static String told(Interval effect, Terminal terminal) {
        return terminal.words()
                .text(
                        "evaluation.told",
                        number(effect.estimate(), terminal),
                        number(effect.se(), terminal),
                        number(effect.lower(), terminal),
                        number(effect.upper(), terminal));
    }

    private static String number(@Nullable Double value, Terminal terminal) {
        return value == null
                ? terminal.words().text("evaluation.nothing")
                : terminal.words().number(value, DECIMALS);
    }

    private static String signed(double value, Terminal terminal) {
        String number = terminal.words().number(value, PROSE);
        return value > 0 ? "+" + number : number;
    }
}
