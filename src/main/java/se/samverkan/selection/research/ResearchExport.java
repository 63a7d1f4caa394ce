package se.samverkan.selection.research;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.selection.allotment.AllotmentView;
import se.samverkan.selection.allotment.PlanView;
import se.samverkan.selection.allotment.Planning;
import se.samverkan.selection.allotment.StoredAllotments;
import se.samverkan.selection.allotment.StoredBases;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.decision.Reserves;
import se.samverkan.selection.method.Utf8;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.Rounds;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;

/**
 * The door through which research takes a whole round out, once its places are allotted: what was chosen from, what came of
 * it, the plan and the seed. Who may do so needs no duty in the round, and sees nothing of it before or besides.
 */
@Component
class ResearchExport {

    private final Rounds rounds;
    private final StoredAllotments allotments;
    private final StoredBases bases;
    private final Planning planning;
    private final Reserves reserves;
    private final CodeBook codeBook;
    private final JdbcClient database;
    private final Rights rights;
    private final AuditTrail trail;

    ResearchExport(
            Rounds rounds,
            StoredAllotments allotments,
            StoredBases bases,
            Planning planning,
            Reserves reserves,
            CodeBook codeBook,
            JdbcClient database,
            Rights rights,
            AuditTrail trail) {
        this.rounds = rounds;
        this.allotments = allotments;
        this.bases = bases;
        this.planning = planning;
        this.reserves = reserves;
        this.codeBook = codeBook;
        this.database = database;
        this.rights = rights;
        this.trail = trail;
    }

    /** The rounds that the actor may take out, the newest first. */
    @Transactional(readOnly = true)
    public List<RoundView> rounds() {
        rights.require(Verb.EXPORT_RESEARCH);
        List<Long> open = open();
        return rounds.all().stream().filter(round -> open.contains(round.id())).toList();
    }

    private List<Long> open() {
        return database.sql("select unnest(selection.rounds_for_research())")
                .query(Long.class)
                .list();
    }

    /** The round as one zip file; the log tells that it was taken out. */
    @Transactional
    public byte[] export(long id) {
        rights.require(Verb.EXPORT_RESEARCH);
        if (!open().contains(id)) {
            throw Refusal.notSeen();
        }
        RoundView round = rounds.find(id).orElseThrow(Refusal::notSeen);
        AllotmentView allotment = allotments.find(id).orElseThrow(Refusal::notSeen);
        byte[] file = zip(round, allotment);
        trail.record(SelectionRounds.happening("exported", round).changing("checksum", null, Utf8.sha256(file)));
        return file;
    }

    private byte[] zip(RoundView round, AllotmentView allotment) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<BasisUnit> units = bases.units(round.id(), allotment.basis());
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "README.md", codeBook.text(round, allotment, allotments.commitment(round.id())));
            add(zip, "units.csv", ResearchTables.units(units, allotment));
            add(zip, "covariates.csv", ResearchTables.covariates(units));
            add(zip, "basis.txt", bases.text(round.id(), allotment.basis()));
            add(zip, "replacements.csv", ResearchTables.replacements(reserves.replacements(round.id()), units));
            for (PlanView plan : planning.of(round.id())) {
                add(zip, "plan-" + plan.version() + ".txt", plan.text());
            }
            allotments
                    .list(round.id())
                    .ifPresent(list -> add(zip, "list.csv", new String(list, java.nio.charset.StandardCharsets.UTF_8)));
            for (String method : CodeBook.METHODS) {
                add(zip, "methods/" + method, CodeBook.method(method));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String text) {
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(Utf8.bytes(text));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
