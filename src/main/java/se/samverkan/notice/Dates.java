package se.samverkan.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.notice.CalendarSource.Dated;

/** The door to what has a date for the current actor, in any room. */
@Component
public class Dates {

    private static final Comparator<Dated> IN_TIME = Comparator.comparing(Dated::day)
            .thenComparing(one -> one.time().map(CalendarSource.Span::from).orElse(Instant.MIN))
            .thenComparing(Dated::id);

    private final List<CalendarSource> sources;

    Dates(List<CalendarSource> sources) {
        this.sources = sources;
    }

    /** What there is in a span of days, both counted, in the order of time. */
    @Transactional(readOnly = true)
    public List<Dated> mine(LocalDate from, LocalDate to) {
        Stream<Dated> all = sources.stream().flatMap(source -> source.mine(from, to).stream());
        return all.sorted(IN_TIME).toList();
    }
}
