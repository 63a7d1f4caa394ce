package se.samverkan.analysis.source;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.meeting.Minuted;
import se.samverkan.meeting.Minuted.Noted;
import se.samverkan.shared.page.Words;

/** What the meetings of the unit, and of its whole case, have noted and decided and shared. */
@Component
@Order(2)
class MeetingSource implements EvidenceSource {

    private static final int LETTERS = 120;

    private final Minuted minuted;

    MeetingSource(Minuted minuted) {
        this.minuted = minuted;
    }

    @Override
    public String kind() {
        return "meeting";
    }

    @Override
    public List<Choice> of(AnalysisView analysis, Words words) {
        return minuted.of(analysis.partnership(), analysis.unit()).stream()
                .map(noted -> choice(noted, words))
                .toList();
    }

    @Override
    public Optional<String> markedAs() {
        return Optional.of(Minuted.KIND);
    }

    /** What is marked as secret is called by its meeting and day: the title of evidence is read by more than its mark names. */
    private Choice choice(Noted noted, Words words) {
        String said = noted.marked() ? words.text("analysis.source.meeting.marked") : beginning(noted.words());
        return new Choice(
                kind(),
                Long.toString(noted.id()),
                words.text(
                        "analysis.source.meeting.choice",
                        noted.name().in(words.locale()),
                        words.day(noted.day()),
                        said),
                noted.marked()
                        ? words.text(
                                "analysis.source.meeting.choice",
                                noted.name().in(words.locale()),
                                words.day(noted.day()),
                                said)
                        : said,
                EvidenceKind.MEETING,
                Optional.empty(),
                noted.address());
    }

    private static String beginning(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        int[] letters = line.codePoints().limit(LETTERS).toArray();
        String cut = new String(letters, 0, letters.length);
        return cut.length() == line.length() ? line : cut + " …";
    }

    @Override
    public Optional<String> text(AnalysisView analysis, Choice choice, Words words) {
        return minuted.of(analysis.partnership(), analysis.unit()).stream()
                .filter(noted -> Long.toString(noted.id()).equals(choice.id()))
                .findFirst()
                .map(noted -> words.text(
                        noted.decision() ? "analysis.source.meeting.decided" : "analysis.source.meeting.noted",
                        noted.name().in(words.locale()),
                        words.day(noted.day()),
                        noted.words()));
    }
}
