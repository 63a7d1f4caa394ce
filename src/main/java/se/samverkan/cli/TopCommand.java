package se.samverkan.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code samverkan} itself: does nothing without a command. */
@Command(name = "samverkan", synopsisSubcommandLabel = "COMMAND")
final class TopCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), Complaints.NO_COMMAND);
    }
}
