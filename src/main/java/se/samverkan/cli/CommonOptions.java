package se.samverkan.cli;

import picocli.CommandLine.Option;

/** What every command understands. The language is read before the command line is, so here it is only declared. */
final class CommonOptions {

    @Option(names = "--language", paramLabel = "sv|en", descriptionKey = "cli.option.language")
    private String language = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "cli.option.help")
    private boolean help;
}
