package se.samverkan.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The way in from the terminal: reads the command and its options, does it, and ends with 0 (done), 1 (refused, the
 * reason on stderr) or 2 (wrong usage).
 *
 * <p>Nothing of the framework is touched before a command needs it, so help and wrong usage answer at once. What a
 * command prints is the only thing on stdout; log lines go to stderr.
 */
public final class CommandLine {

    private CommandLine() {}

    /**
     * Runs the command of these arguments and ends the process with its status.
     *
     * @param application the application that holds the rooms
     * @param arguments a command with its options
     */
    public static void run(Class<?> application, String[] arguments) {
        PrintStream answers = System.out;
        System.setOut(System.err);
        int status = of(application, arguments, new PrintWriter(answers, true, StandardCharsets.UTF_8))
                .execute(arguments);
        answers.flush();
        System.exit(status);
    }

    /** The commands, in the language that the arguments or the terminal ask for. */
    static picocli.CommandLine of(Class<?> application, String[] arguments, PrintWriter out) {
        Locale locale = Language.of(arguments);
        Launcher launcher = new Launcher(application, locale);
        Complaints complaints = new Complaints(locale);
        return new picocli.CommandLine(new TopCommand())
                .addSubcommand(new RunCommand(launcher))
                .addSubcommand(new ImportCommand(launcher))
                .addSubcommand(new SyncCommand(launcher))
                .addSubcommand(new UnitsCommand(launcher))
                .addSubcommand(new FiguresCommand(launcher))
                .addSubcommand(new EstimateCommand(locale))
                .addSubcommand(new DrawCommand(locale))
                .addSubcommand(new EvaluateCommand(locale))
                .addSubcommand(new PowerCommand(locale))
                .addSubcommand(new VariantCommand(launcher))
                .addSubcommand(new AdminCommand(launcher))
                .addSubcommand(new VerifyAuditCommand(launcher))
                .addSubcommand(new ArchiveVerifyCommand(locale))
                .addSubcommand(new BackupCommand(launcher))
                .addSubcommand(new RestoreCommand(launcher))
                .setResourceBundle(Language.usage(locale))
                .setOut(out)
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(complaints::wrongUsage)
                .setExecutionExceptionHandler(complaints::refused);
    }
}
