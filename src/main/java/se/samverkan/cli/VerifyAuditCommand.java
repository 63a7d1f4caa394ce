package se.samverkan.cli;

import picocli.CommandLine.Command;

/** {@code samverkan verify-audit}: proves the audit log whole, or names the first link that is not. */
@Command(name = "verify-audit")
final class VerifyAuditCommand extends RoomsCommand {

    VerifyAuditCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    boolean makesDatabase() {
        return false;
    }

    @Override
    boolean perform(Rooms rooms, Terminal terminal) {
        return AuditProof.tell(rooms, terminal);
    }
}
