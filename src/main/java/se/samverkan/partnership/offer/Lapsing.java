package se.samverkan.partnership.offer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.ActingAs;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.UnitView;

/**
 * Lets offers lapse that were not answered in time, the night after the last day. Done again, or in two copies at once, it
 * changes nothing more: the database lets each unit lapse once.
 */
@Component
public class Lapsing {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final LocalTime AT_NIGHT = LocalTime.of(0, 20);

    private final JdbcClient database;
    private final Offers offers;
    private final Directory directory;
    private final OfferTrail trail;
    private final OfferNotices notices;

    Lapsing(JdbcClient database, Offers offers, Directory directory, OfferTrail trail, OfferNotices notices) {
        this.database = database;
        this.offers = offers;
        this.directory = directory;
        this.trail = trail;
        this.notices = notices;
    }

    private record Late(long offer, long unit) {}

    private record Made(long owner, long organiser, String organiserName, long sentBy) {}

    /**
     * Lets lapse what was to be answered before today; as the service person, since nobody in particular does it.
     *
     * @return how many units that were
     */
    @Transactional
    public int lapse() {
        List<Late> late = database.sql("select of_offer as offer, of_unit as unit from partnership.lapse(?)")
                .param(offers.today())
                .query(Late.class)
                .list();
        Map<Long, String> names = directory
                .unitsByIds(late.stream().map(Late::unit).toList())
                .stream()
                .collect(Collectors.toMap(UnitView::id, UnitView::name));
        late.stream()
                .collect(Collectors.groupingBy(Late::offer, java.util.TreeMap::new, Collectors.toList()))
                .forEach((offer, units) -> tell(offer, units, names));
        return late.size();
    }

    private void tell(long offer, List<Late> units, Map<Long, String> names) {
        Made made = database.sql("""
                        select owner, organiser, organiser_name, sent_by from partnership.lapsed_offer(?)
                        """).param(offer).query(Made.class).single();
        units.forEach(unit -> trail.lapsed(
                offer, made.organiserName(), made.owner(), made.organiser(), names.getOrDefault(unit.unit(), "")));
        notices.lapsed(offer, made.owner(), made.sentBy());
    }

    /** Every night, whichever copy comes first. */
    @Configuration(proxyBeanMethods = false)
    static class Nightly {

        @Bean
        RecurringTask<Void> lapseOffers(ActingAs actingAs, Lapsing lapsing) {
            return Tasks.recurring("partnership-lapse-offers", Schedules.daily(SWEDEN, AT_NIGHT))
                    .execute((instance, context) -> actingAs.system(lapsing::lapse));
        }
    }
}
