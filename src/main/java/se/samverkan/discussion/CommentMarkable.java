package se.samverkan.discussion;

import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.samverkan.records.mark.Markable;

/** Whoever has said something can mark it as secret, for as long as the record can be commented on. */
@Component
class CommentMarkable implements Markable {

    static final String KIND = "comment";

    private final List<Discussed> rooms;
    private final StoredComments comments;
    private final MessageSource messages;

    CommentMarkable(List<Discussed> rooms, StoredComments comments, MessageSource messages) {
        this.rooms = rooms;
        this.comments = comments;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String field() {
        return "words";
    }

    @Override
    public Optional<Markable.Record> find(long about) {
        return comments.ownPlace(about)
                .flatMap(place -> rooms.stream()
                        .filter(room -> room.kind().equals(place.kind()))
                        .findFirst()
                        .flatMap(room -> room.find(place.about()))
                        .map(record ->
                                new Markable.Record(about, record.organisation(), name(record), record.address())));
    }

    private String name(Discussed.Record record) {
        return messages.getMessage(
                "discussion.marked-name", new Object[] {record.name()}, LocaleContextHolder.getLocale());
    }
}
