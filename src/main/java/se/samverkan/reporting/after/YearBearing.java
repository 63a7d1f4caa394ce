package se.samverkan.reporting.after;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.ActingAs;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Variant;

/**
 * Lets the years after be born, each on its day and as many as the variant of the case says. Done again, or by two processes
 * at once, it changes nothing more: a case is held with a row lock while its years are born, and each year is one row.
 */
@Component
class YearBearing {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 10);

    private final JdbcClient database;
    private final Variants variants;
    private final YearNotices notices;
    private final Clock clock;

    YearBearing(JdbcClient database, Variants variants, YearNotices notices, Clock clock) {
        this.database = database;
        this.variants = variants;
        this.notices = notices;
        this.clock = clock;
    }

    private record ClosedCase(long partnership, String variant, int variantVersion, LocalDate day, int born) {}

    private record Born(long id, long organiser) {}

    /** @return how many years were born */
    @Transactional
    public int bear() {
        LocalDate today = LocalDate.now(clock.withZone(SWEDEN));
        List<ClosedCase> closed = database.sql("select * from reporting.closed_cases()")
                .query(ClosedCase.class)
                .list();
        return closed.stream().mapToInt(each -> bear(each, today)).sum();
    }

    private int bear(ClosedCase closed, LocalDate today) {
        int years = variants.read(closed.variant(), closed.variantVersion())
                .map(Variant::followUp)
                .map(each -> each.yearsAfter())
                .orElse(0);
        int born = 0;
        for (int year = closed.born() + 1;
                year <= years && !closed.day().plusYears(year).isAfter(today);
                year++) {
            LocalDate due = closed.day().plusYears(year);
            Optional<Born> made = database.sql("select * from reporting.bear_year(?, ?, ?)")
                    .params(closed.partnership(), year, due)
                    .query(Born.class)
                    .optional();
            made.ifPresent(each -> notices.born(closed.partnership(), each.id(), each.organiser()));
            born += made.isPresent() ? 1 : 0;
        }
        return born;
    }

    /** Every night, whichever copy comes first. */
    @Configuration(proxyBeanMethods = false)
    static class EveryNight {

        @Bean
        RecurringTask<Void> bearYearsAfter(ActingAs actingAs, YearBearing bearing) {
            return Tasks.recurring("reporting-years-after", Schedules.daily(SWEDEN, AT_NIGHT))
                    .execute((instance, context) -> actingAs.system(bearing::bear));
        }
    }
}
