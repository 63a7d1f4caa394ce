package se.samverkan.cli;

import se.samverkan.records.AuditVerification;
import se.samverkan.records.AuditVerification.BrokenLink;
import se.samverkan.records.AuditVerification.Proof;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether the audit log is whole: after a restore, and when somebody asks. */
final class AuditProof {

    private AuditProof() {}

    /** Answers with the proof, or with the first broken link on stderr; says whether the log is whole. */
    static boolean tell(Rooms rooms, Terminal terminal) {
        Proof proof = rooms.door(AuditVerification.class).verify();
        if (terminal.speaksJson()) {
            terminal.json(proof, rooms.door(JsonMapper.class));
        }
        return tell(proof, terminal);
    }

    /** The proof in a sentence, except where JSON was asked for. */
    static boolean tell(Proof proof, Terminal terminal) {
        if (proof.holds() && !terminal.speaksJson()) {
            terminal.say("cli.audit.whole", proof.links(), proof.chains(), proof.seal());
        }
        proof.broken().ifPresent(link -> complain(link, terminal));
        return proof.holds();
    }

    private static void complain(BrokenLink link, Terminal terminal) {
        String fault = terminal.words().text("audit.fault." + link.fault());
        terminal.complain("cli.audit.broken", link.organisation(), link.position(), fault);
    }
}
