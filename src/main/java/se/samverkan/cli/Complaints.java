package se.samverkan.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.MessageFiles;
import se.samverkan.shared.page.Words;

/**
 * Says what went wrong in a sentence on stderr, in the language of the terminal, and which exit status that is. Only what
 * nobody foresaw comes with a stack trace.
 */
final class Complaints {

    static final String NO_COMMAND = "cli.usage.no-command";
    static final String ONE_FILE = "cli.usage.one-file";
    static final String TWO_PLACES = "cli.usage.two-places";

    private final Locale locale;

    Complaints(Locale locale) {
        this.locale = locale;
    }

    /** The command line cannot be understood: says why, and how to read the help. */
    int wrongUsage(ParameterException mistake, String[] arguments) {
        PrintWriter err = mistake.getCommandLine().getErr();
        err.println(sentence(mistake));
        err.println(words().text(
                        "cli.usage.see-help",
                        mistake.getCommandLine().getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }

    private String sentence(ParameterException mistake) {
        return switch (mistake) {
            case UnmatchedArgumentException unknown ->
                words().text("cli.usage.unknown", String.join(" ", unknown.getUnmatched()));
            case MissingParameterException missing ->
                words().text(
                                "cli.usage.missing",
                                missing.getMissing().getFirst().paramLabel());
            default -> ownSentence(mistake);
        };
    }

    private String ownSentence(ParameterException mistake) {
        String message = String.valueOf(mistake.getMessage());
        if (message.startsWith("cli.")) {
            return words().text(message);
        }
        return mistake.getValue() == null ? message : words().text("cli.usage.value", mistake.getValue());
    }

    /** The command was understood but not done: says why. */
    int refused(Exception thrown, picocli.CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        Optional<Refusal> refusal = cause(thrown, Refusal.class, any -> true);
        if (refusal.isPresent()) {
            err.println(words().text(refusal.get().reason(), refusal.get().details()));
            return ExitCode.SOFTWARE;
        }
        StartFailures.explain(thrown)
                .ifPresentOrElse(reason -> err.println(words().text(reason.key(), reason.details())), () -> {
                    LoggerFactory.getLogger(Complaints.class)
                            .error("{}", Map.of("command", parsed.originalArgs()), thrown);
                    err.println(words().text("cli.failure.unforeseen", String.valueOf(thrown.getMessage())));
                });
        return ExitCode.SOFTWARE;
    }

    /** The first exception of a kind among an exception and its causes. */
    static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> kind, Predicate<T> wanted) {
        return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(wanted)
                .findFirst();
    }

    private Words words() {
        return MessageFiles.words(locale);
    }
}
