package se.samverkan.discussion.opening;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samverkan.discussion.Discussed;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.page.Words;

/** Tells those a record has been opened to that they can read it and say what they think. */
@Component
class OpeningNotices implements NoticeText {

    private static final String OPENED = ".opened";

    private final Notices notices;
    private final List<Openable> rooms;

    OpeningNotices(Notices notices, List<Openable> rooms) {
        this.notices = notices;
        this.rooms = rooms;
    }

    void opened(Openable room, Discussed.Record record, Collection<Long> people) {
        notices.tell(new Notice(
                room.kind() + OPENED,
                Urgency.DIGEST,
                people,
                record.organisation(),
                Map.of(room.kind(), Long.toString(record.id()))));
    }

    @Override
    public Set<String> kinds() {
        return rooms.stream().map(room -> room.kind() + OPENED).collect(Collectors.toSet());
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return rooms.stream()
                .filter(room -> kind.equals(room.kind() + OPENED))
                .findFirst()
                .flatMap(room -> room.find(Long.parseLong(about.getOrDefault(room.kind(), "0"))))
                .map(record -> new Told(List.of(record.name()), record.address()));
    }
}
