package se.samverkan.cli;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.samverkan.evaluation.method.Control;
import se.samverkan.evaluation.method.Discontinuity;
import se.samverkan.evaluation.method.DoseLine;
import se.samverkan.evaluation.method.GroupTime;
import se.samverkan.evaluation.method.PairedLot;
import se.samverkan.shared.Refusal;

/**
 * {@code samverkan evaluate}: did it help? From a panel of units that start in different periods, from pairs by lot, from units on
 * either side of a threshold, or from units with their doses; needs neither database nor rooms, so that anyone can check a published effect.
 */
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {

    private final Locale locale;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--panel", paramLabel = "FILE")
    private @Nullable String panel;

    @Option(names = "--pairs", paramLabel = "FILE")
    private @Nullable String pairs;

    @Option(names = "--threshold", paramLabel = "FILE")
    private @Nullable String threshold;

    @Option(names = "--dose", paramLabel = "FILE")
    private @Nullable String dose;

    @Option(names = "--cutoff", paramLabel = "SCORE")
    private double cutoff;

    @Option(names = "--bandwidth", paramLabel = "H")
    private @Nullable Double bandwidth;

    @Option(names = "--control", paramLabel = "never|notyet")
    private String control = "never";

    @Option(names = "--bootstrap", paramLabel = "N")
    private int bootstrap;

    @Option(names = "--draws", paramLabel = "N")
    private int draws = 10_000;

    @Option(names = "--seed", paramLabel = "S")
    private long seed = 1;

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    EvaluateCommand(Locale locale) {
        this.locale = locale;
    }

    @Override
    public Integer call() {
        Terminal terminal =
                new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), json, locale);
        if (Stream.of(panel, pairs, threshold, dose).filter(Objects::nonNull).count() != 1) {
            throw new ParameterException(spec.commandLine(), Complaints.ONE_FILE);
        }
        if (panel != null) {
            EffectSentences.say(GroupTime.of(InputFile.content(panel), control(), bootstrap, seed), terminal);
        } else if (pairs != null) {
            EffectSentences.say(PairedLot.of(InputFile.content(pairs), draws, seed), terminal);
        } else if (threshold != null) {
            EffectSentences.say(Discontinuity.of(InputFile.content(threshold), cutoff, width()), terminal);
        } else if (dose != null) {
            EffectSentences.say(DoseLine.of(InputFile.content(dose)), terminal);
        }
        return ExitCode.OK;
    }

    private OptionalDouble width() {
        return bandwidth == null ? OptionalDouble.empty() : OptionalDouble.of(bandwidth);
    }

    private Control control() {
        return switch (control) {
            case "never" -> Control.NEVER;
            case "notyet" -> Control.NOTYET;
            default -> throw Refusal.rule("evaluation.refusal.control", control);
        };
    }
}
