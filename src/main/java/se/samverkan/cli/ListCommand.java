package se.samverkan.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command that only computes: reads one list, answers, and needs neither database nor rooms, so that anyone can check
 * a published answer in a moment.
 */
abstract class ListCommand implements Callable<Integer> {

    private final Locale locale;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(names = "--input", paramLabel = "FILE", required = true)
    private String input = "";

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    ListCommand(Locale locale) {
        this.locale = locale;
    }

    @Override
    public final Integer call() {
        answer(
                InputFile.content(input),
                new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), json, locale));
        return ExitCode.OK;
    }

    /** Computes and says it. */
    abstract void answer(byte[] content, Terminal terminal);
}
