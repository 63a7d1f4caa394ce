package se.samverkan.notice.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.notice.Appointment;
import se.samverkan.notice.NoticeText;
import se.samverkan.shared.page.Words;

/**
 * Puts two of the house's kinds with something made up: it tells what the reader's own row says, so that it shows whose
 * rights it was read with. About nothing, it is not there any longer; about trouble, it breaks.
 */
@TestComponent
@Order(0)
class StandInText implements NoticeText {

    static final String AT_ONCE = "selection.proposed";
    static final String LATER = "selection.decision-shared";

    private final JdbcClient database;

    StandInText(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(AT_ONCE, LATER);
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        String thing = about.getOrDefault("thing", "");
        if (thing.equals("trouble")) {
            throw new IllegalStateException("trouble");
        }
        List<String> seen = database.sql("select name from access.person")
                .query(String.class)
                .list();
        return thing.equals("nothing")
                ? Optional.empty()
                : Optional.of(new Told(
                        List.of(thing + " – sett av " + String.join(" och ", seen)),
                        "/prov/" + thing,
                        appointment(thing)));
    }

    /** About a meeting, moved or called off, it goes to the calendar too. */
    private static Optional<Appointment> appointment(String thing) {
        Instant noon = Instant.parse("2027-03-29T11:00:00Z");
        return thing.startsWith("meeting")
                ? Optional.of(new Appointment(
                        thing.substring(0, "meeting-7".length()),
                        2,
                        thing.endsWith("off"),
                        "meeting.calendar.title",
                        noon,
                        noon.plusSeconds(3600),
                        "Aulan, plan 2; ingång B",
                        "/meetings/7"))
                : Optional.empty();
    }
}
