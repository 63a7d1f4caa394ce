package se.samverkan.partnership.takeover;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.staffing.Roster;
import se.samverkan.partnership.takeover.Past.Source;
import se.samverkan.partnership.takeover.Trial.Plan;
import se.samverkan.shared.Refusal;

/**
 * The door through which a case is taken over from a file: tried out first, in a transaction that cannot write, then taken in
 * whole or not at all. The log names the file by its checksum.
 */
@Component
class TakingOverFiles {

    /** The largest that is read, in megabytes; a case with all its people is a few kilobytes. */
    static final int MEGABYTES = 1;

    private final TakingOver takingOver;
    private final CaseFile reading;
    private final FileNames names;
    private final Roster roster;

    TakingOverFiles(TakingOver takingOver, CaseFile reading, FileNames names, Roster roster) {
        this.takingOver = takingOver;
        this.reading = reading;
        this.names = names;
        this.roster = roster;
    }

    /** Somebody new, with the path of the link to come in by. */
    record Invited(String name, String email, String link) {}

    /** What became of it: the id of the partnership, and who is to get a link. */
    record Taken(long partnership, List<Invited> invited) {}

    /**
     * Says what a file would bring. Nothing is written.
     *
     * @throws Refusal when it cannot be read at all
     */
    @Transactional(readOnly = true)
    public Trial tryOut(String name, byte[] content) {
        return understand(name, content);
    }

    /**
     * Takes the case over.
     *
     * @throws Refusal when something is wrong with it; then nothing is taken over
     */
    @Transactional
    public Taken take(String name, byte[] content) {
        Trial trial = understand(name, content);
        Plan plan = trial.plan().orElseThrow(() -> Refusal.rule("partnership.takeover.file.refusal.problems"));
        long partnership = takingOver.takeOver(plan.draft(), plan.past());
        List<Invited> invited = new ArrayList<>();
        plan.people()
                .forEach(line -> roster.enter(partnership, line)
                        .ifPresent(link -> invited.add(new Invited(line.name(), line.email(), link))));
        return new Taken(partnership, invited);
    }

    private Trial understand(String name, byte[] content) {
        takingOver.owners();
        if (content.length > MEGABYTES * 1024 * 1024) {
            throw Refusal.rule("partnership.takeover.file.refusal.large", MEGABYTES);
        }
        List<FileRow> rows = reading.read(content);
        return new FileTrial(takingOver, names, rows).understand(new Source(name, checksum(content)));
    }

    private static String checksum(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
