package se.samverkan.notice.calendar;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.notice.Dates;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Words;

/** The reader's own calendar: its secret address, and what it answers. */
@Controller
class FeedController {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 400;

    private final Feeds feeds;
    private final Dates dates;
    private final ActingAs acting;
    private final MessageSource messages;
    private final Clock clock;

    FeedController(Feeds feeds, Dates dates, ActingAs acting, MessageSource messages, Clock clock) {
        this.feeds = feeds;
        this.dates = dates;
        this.acting = acting;
        this.messages = messages;
        this.clock = clock;
    }

    /** Shows the address, once; sent twice it makes another, and the first one never was. */
    @PostMapping("/notices/calendar")
    String make(HttpServletRequest request, HttpServletResponse response, Model model) {
        String secret = feeds.make();
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("address", site(request) + "/calendar/" + secret + ".ics");
        return "notice/calendar/made";
    }

    @PostMapping("/notices/calendar/end")
    String end() {
        feeds.end();
        return "redirect:/notices/settings?done=ended";
    }

    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<String> calendar(@PathVariable String secret, HttpServletRequest request) {
        long person = feeds.person(secret).orElseThrow(Refusal::notSeen);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(acting.person(person, () -> file(site(request))));
    }

    private String file(String site) {
        LocalDate today = LocalDate.now(clock.withZone(SWEDEN));
        Locale locale = Actor.current().language().equals("en") ? Words.ENGLISH : Words.SWEDISH;
        return CalendarFile.of(
                dates.mine(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD)), new Words(messages, locale), site);
    }

    private static String site(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }
}
