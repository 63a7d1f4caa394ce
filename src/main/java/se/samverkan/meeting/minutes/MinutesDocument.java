package se.samverkan.meeting.minutes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.assignment.AssignmentView;
import se.samverkan.meeting.minutes.MeetingPage.Now;
import se.samverkan.meeting.plan.Guest;
import se.samverkan.meeting.plan.OutsideGuest;
import se.samverkan.meeting.plan.When;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.records.rendition.Block;
import se.samverkan.records.rendition.Fact;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.shared.page.Words;

/**
 * The notes of a meeting as a document: what has been shared and nothing else, whoever takes it away. It is written in
 * Swedish (språklagen, section 10); until the meeting is closed it says that it may change.
 */
@Component
class MinutesDocument {

    private final MessageSource messages;

    MinutesDocument(MessageSource messages) {
        this.messages = messages;
    }

    Rendition of(Now now, Instant made) {
        Words words = new Words(messages, Words.SWEDISH);
        MeetingView meeting = now.meeting();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.text("meeting.document.when"), When.of(words, meeting)));
        facts.add(new Fact(
                words.text("meeting.document.where"),
                meeting.unit()
                        .flatMap(now.partnership()::participant)
                        .map(Participant::name)
                        .orElse(now.partnership().organiserName())));
        if (!meeting.place().isBlank()) {
            facts.add(new Fact(words.text("meeting.field.place"), meeting.place()));
        }
        facts.add(new Fact(
                words.text("meeting.document.state"), words.text("meeting.document.state." + meeting.standing())));
        return new Rendition(
                Words.SWEDISH,
                now.partnership().ownerName(),
                words.text("meeting.document.title", meeting.name().sv()),
                "",
                facts,
                blocks(now, words),
                made);
    }

    private static List<Block> blocks(Now now, Words words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, words.text("meeting.document.people")));
        List<String> came = Stream.concat(
                        now.guests().stream()
                                .filter(Guest::isThere)
                                .map(each -> each.name().name() + ", "
                                        + now.partnership().role(each.role(), words)),
                        now.outside().stream()
                                .filter(OutsideGuest::isThere)
                                .map(each -> each.name() + ", " + words.text("meeting.guest")))
                .toList();
        if (came.isEmpty()) {
            blocks.add(new Block.Paragraph(words.text("meeting.document.people.none")));
        } else {
            blocks.add(new Block.Items(came));
        }
        int number = 0;
        for (AgendaItem item : now.agenda()) {
            number++;
            notes(blocks, number + ". " + item.words().sv().replace('\n', ' '), now.of(item.id()), words);
        }
        if (!shared(now.of(0)).isEmpty()) {
            notes(blocks, words.text("meeting.other"), now.of(0), words);
        }
        if (!now.given().isEmpty()) {
            blocks.add(new Block.Heading(1, words.text("meeting.given.title")));
            blocks.add(table(now.given(), words));
        }
        return blocks;
    }

    private static void notes(List<Block> blocks, String heading, List<Paragraph> paragraphs, Words words) {
        blocks.add(new Block.Heading(1, heading));
        List<Paragraph> shared = shared(paragraphs);
        if (shared.isEmpty()) {
            blocks.add(new Block.Paragraph(words.text("meeting.document.nothing")));
        }
        for (Paragraph each : shared) {
            String said = said(each, words);
            blocks.add(new Block.Paragraph(each.isDecision() ? words.text("meeting.document.decision", said) : said));
        }
    }

    /** Whoever may read a marked paragraph: the document goes further than its reader, so it tells only that it is marked. */
    private static String said(Paragraph paragraph, Words words) {
        return paragraph
                .mark()
                .map(mark -> words.text("records.mark.left-out", mark.provision()))
                .orElse(paragraph.words());
    }

    private static List<Paragraph> shared(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .filter(each -> each.scope() == Paragraph.Scope.SHARED)
                .toList();
    }

    private static Block table(List<AssignmentView> given, Words words) {
        return new Block.Table(
                words.text("meeting.given.title"),
                List.of(
                        Block.Column.text(words.text("meeting.field.what")),
                        Block.Column.text(words.text("meeting.field.who")),
                        Block.Column.text(words.text("meeting.field.due"))),
                given.stream()
                        .map(each -> List.of(
                                each.what().replace('\n', ' '),
                                each.name().name(),
                                each.due().map(words::day).orElse(words.text("meeting.due.next"))))
                        .toList());
    }
}
