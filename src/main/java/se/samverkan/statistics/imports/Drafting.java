package se.samverkan.statistics.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.Trouble;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.Receipt.Outcome;
import se.samverkan.statistics.imports.Acceptance.Accepted;
import se.samverkan.statistics.imports.Finding.Severity;
import se.samverkan.statistics.imports.Receipts.Draft;
import se.samverkan.statistics.imports.TableReader.Read;

/** Writes receipts: what was understood, what came of it, and what there is to say. */
@Component
class Drafting {

    private final MessageSource messages;

    Drafting(MessageSource messages) {
        this.messages = messages;
    }

    /** A file that has been read. */
    record Started(SourceFile file, Sheet sheet, Read read, boolean dryRun) {}

    Draft accepted(Started started, Accepted accepted) {
        Map<String, String> understood = understood(started);
        understood.put("read", Integer.toString(accepted.taken().read()));
        understood.put("added", Integer.toString(accepted.taken().added()));
        understood.put("revised", Integer.toString(accepted.taken().revised()));
        understood.put("unchanged", Integer.toString(accepted.taken().unchanged()));
        understood.put("units", Integer.toString(accepted.units()));
        Outcome outcome = started.dryRun() ? Outcome.WOULD_DO : Outcome.DONE;
        return draft(
                started,
                outcome,
                started.dryRun() ? null : accepted.taken().importId(),
                understood,
                started.read().reading().findings(),
                started.dryRun() ? AnnotatedCopy.packed(started.file()) : null);
    }

    Draft knownAlready(Started started) {
        return draft(started, Outcome.KNOWN_ALREADY, null, understood(started), List.of(), null);
    }

    Draft refused(Started started) {
        Reading reading = started.read().reading();
        List<Finding> findings = reading.findings();
        if (reading.errors() > Reading.MOST_FINDINGS) {
            Finding more = Finding.note("more", reading.errors() - Reading.MOST_FINDINGS);
            findings = Stream.concat(findings.stream(), Stream.of(more)).toList();
        }
        return draft(started, Outcome.REFUSED, null, understood(started), findings, null);
    }

    Draft refused(Started started, Refusal refusal) {
        return draft(started, Outcome.REFUSED, null, understood(started), List.of(said(refusal)), null);
    }

    Draft unreadable(SourceFile file, Unreadable reason, boolean dryRun) {
        return unreadable(file.name(), file.size(), file.checksum(), reason, dryRun);
    }

    Draft unreadable(String fileName, Unreadable reason, boolean dryRun) {
        return unreadable(fileName, 0, new byte[0], reason, dryRun);
    }

    /** A file that is kept until it is read. */
    Draft received(SourceFile file) {
        return new Draft(
                file.name(),
                file.size(),
                file.checksum(),
                true,
                Outcome.RECEIVED,
                null,
                Map.of(),
                List.of(),
                null,
                AnnotatedCopy.packed(file));
    }

    /** A file that came to nothing through no fault of its own. */
    Draft failed(String fileName, boolean dryRun, Trouble trouble) {
        return nothing(fileName, 0, new byte[0], dryRun, Outcome.FAILED, Finding.error(null, trouble.rule()));
    }

    /** A file whose person may not have it read any more. */
    Draft refused(String fileName, boolean dryRun, Refusal refusal) {
        return nothing(fileName, 0, new byte[0], dryRun, Outcome.REFUSED, said(refusal));
    }

    private static Finding said(Refusal refusal) {
        return new Finding(null, null, null, refusal.reason(), List.of(refusal.details()), Severity.ERROR);
    }

    private static Draft unreadable(String name, long size, byte[] checksum, Unreadable reason, boolean dryRun) {
        Finding finding = new Finding(null, null, null, reason.rule(), reason.details(), Severity.ERROR);
        return nothing(name, size, checksum, dryRun, Outcome.REFUSED, finding);
    }

    private static Draft nothing(
            String name, long size, byte[] checksum, boolean dryRun, Outcome outcome, Finding finding) {
        return new Draft(
                name, size, checksum, dryRun, outcome, null, Map.of("errors", "1"), List.of(finding), null, null);
    }

    private Draft draft(
            Started started,
            Outcome outcome,
            @Nullable Integer importId,
            Map<String, String> understood,
            List<Finding> findings,
            byte @Nullable [] waiting) {
        boolean annotate = findings.stream().anyMatch(finding -> finding.severity() != Severity.NOTE);
        return new Draft(
                started.file().name(),
                started.file().size(),
                started.file().checksum(),
                started.dryRun(),
                outcome,
                importId,
                understood,
                findings,
                annotate ? AnnotatedCopy.of(started.sheet(), findings, words()) : null,
                waiting);
    }

    private static Map<String, String> understood(Started started) {
        Reading reading = started.read().reading();
        Map<String, String> understood = new LinkedHashMap<>();
        understood.put("layout", started.read().match().layout().name());
        understood.put("source", started.read().match().layout().source());
        if (reading.period != null) {
            understood.put("period", reading.period.toString());
        }
        understood.putAll(started.sheet().understood());
        understood.put("rows", Integer.toString(reading.rows));
        understood.put("municipalities", Integer.toString(reading.municipalities.size()));
        understood.put("errors", Integer.toString(reading.errors()));
        return understood;
    }

    private Words words() {
        boolean english = Locale.of(Actor.current().language()).getLanguage().equals("en");
        return new Words(messages, english ? Words.ENGLISH : Words.SWEDISH);
    }
}
