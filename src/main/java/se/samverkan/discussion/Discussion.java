package se.samverkan.discussion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.records.mark.MarkView;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to what is said about a record. Whoever sees the record and may comment on it, as its room says, may say something,
 * take back what was one's own, and say that something is dealt with.
 */
@Component
public class Discussion {

    private static final int MOST_LETTERS = 10_000;

    private final Map<String, Discussed> kinds;
    private final StoredComments comments;
    private final Marks marks;
    private final AuditTrail trail;

    Discussion(List<Discussed> kinds, StoredComments comments, Marks marks, AuditTrail trail) {
        this.kinds = kinds.stream().collect(Collectors.toMap(Discussed::kind, Function.identity()));
        this.comments = comments;
        this.marks = marks;
        this.trail = trail;
    }

    /** What has been said about a record that the room has shown to the reader, by the part it is about, the oldest first. */
    @Transactional(readOnly = true)
    public Map<String, List<CommentView>> of(String kind, long about) {
        List<CommentView> said = comments.of(kind, about);
        Map<Long, MarkView> marked = marks.of(
                CommentMarkable.KIND, said.stream().map(CommentView::id).toList());
        return said.stream()
                .map(comment -> comment.marked(Optional.ofNullable(marked.get(comment.id()))))
                .collect(Collectors.groupingBy(CommentView::part));
    }

    /** The record, for somebody who may comment on it. */
    @Transactional(readOnly = true)
    public Discussed.Record record(String kind, long about) {
        Discussed room = kinds.get(kind);
        if (room == null || !Actor.current().isSignedIn()) {
            throw Refusal.notSeen();
        }
        return room.find(about).orElseThrow(Refusal::notSeen);
    }

    /** @param part the part that it is about, as the room calls it; empty for the whole */
    @Transactional
    public void say(String kind, long about, String part, FreeText words) {
        Discussed.Record record = record(kind, about);
        if (words.text().isBlank()) {
            throw Refusal.rule("discussion.refusal.empty");
        }
        if (words.text().length() > MOST_LETTERS) {
            throw Refusal.rule("discussion.refusal.long", MOST_LETTERS);
        }
        comments.add(kind, about, part, words.text());
        trail.record(happening("comment.made", kind, record)
                .changing("comment", null, words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    /** Takes back what the actor has said: it is shown no more, and the place where it stood says so. */
    @Transactional
    public void takeBack(String kind, long about, long comment) {
        Discussed.Record record = record(kind, about);
        CommentView said = comments.find(kind, about, comment).orElseThrow(Refusal::notSeen);
        if (!said.mine()) {
            throw Refusal.notAllowed("discussion.refusal.not-yours");
        }
        if (!said.withdrawn()) {
            comments.takeBack(comment);
            trail.record(happening("comment.taken-back", kind, record).changing("comment", said.words(), null));
        }
    }

    /** Says that a comment is dealt with, or, if it was, that it is not. */
    @Transactional
    public void settle(String kind, long about, long comment, boolean settled) {
        Discussed.Record record = record(kind, about);
        CommentView said = comments.find(kind, about, comment).orElseThrow(Refusal::notSeen);
        if (!said.withdrawn() && said.settled().isPresent() != settled) {
            comments.settle(comment, settled);
            trail.record(happening(settled ? "comment.settled" : "comment.reopened", kind, record));
        }
    }

    private static Happening happening(String what, String kind, Discussed.Record record) {
        return Happening.of(what, new Subject(kind, Long.toString(record.id()), record.name()), record.organisation());
    }
}
