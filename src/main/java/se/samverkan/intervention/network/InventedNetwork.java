package se.samverkan.intervention.network;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.intervention.lesson.LessonView;
import se.samverkan.intervention.lesson.Lessons;
import se.samverkan.intervention.occasion.OccasionText;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's facilitator gathers those who have told of reading; the head teacher's answer is waited for. */
@Component
@Order(48)
class InventedNetwork implements InventedStory {

    private static final int WEEKS = 9;
    private static final int MOST = 50;
    private static final LocalTime AFTER_SCHOOL = LocalTime.of(14, 30);
    private static final int MINUTES = 75;

    private final Networks networks;
    private final Lessons lessons;
    private final MessageSource messages;
    private final Clock clock;

    InventedNetwork(Networks networks, Lessons lessons, MessageSource messages, Clock clock) {
        this.networks = networks;
        this.lessons = lessons;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String step() {
        return "intervention-network";
    }

    @Override
    public Role teller() {
        return Role.PROCESS_FACILITATOR;
    }

    @Override
    public void tell() {
        List<Long> told = lessons.search("", Optional.empty(), 1, MOST).lessons().stream()
                .filter(each -> each.text().contact())
                .map(LessonView::id)
                .toList();
        if (!told.isEmpty()) {
            networks.call(draft(), told, FreeText.NONE);
        }
    }

    private NetworkDraft draft() {
        Words words = new Words(messages, Words.SWEDISH);
        return new NetworkDraft(
                words.text("network.invented.title"),
                words.text("network.invented.words"),
                LocalDate.now(clock.withZone(OccasionText.SWEDEN))
                        .plusWeeks(WEEKS)
                        .with(TemporalAdjusters.next(DayOfWeek.TUESDAY))
                        .atTime(AFTER_SCHOOL)
                        .atZone(OccasionText.SWEDEN)
                        .toInstant(),
                MINUTES,
                "",
                "https://mote.example/lasning");
    }
}
