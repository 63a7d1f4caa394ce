package se.samverkan.records.archive;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;
import se.samverkan.records.archive.ArchiveContribution.Contribution;
import se.samverkan.shared.page.Words;

/** What the package holds, in Swedish for whoever opens it in fifty years without this system. */
final class ReadMe {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private ReadMe() {}

    static byte[] of(Matter matter, SortedMap<String, Contribution> parts, Words words) {
        StringBuilder text = new StringBuilder();
        line(text, words.text("archive.readme.title", matter.name()));
        line(text, "");
        line(
                text,
                words.text(
                        "archive.readme.owner",
                        matter.owner().name(),
                        matter.owner().key()));
        if (!matter.caseNumber().isEmpty()) {
            line(text, words.text("archive.readme.case-number", matter.caseNumber()));
        }
        line(text, words.text("archive.readme.closed", words.day(LocalDate.ofInstant(matter.closedAt(), SWEDEN))));
        line(text, "");
        line(text, words.text("archive.readme.holds"));
        parts.forEach((name, part) -> line(
                text,
                words.text(
                        "archive.readme.part", name, part.title(), part.files().size())));
        line(text, "");
        line(text, words.text("archive.readme.lists"));
        line(text, "");
        line(text, words.text("archive.readme.case"));
        line(text, "");
        line(text, words.text("archive.readme.check"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
