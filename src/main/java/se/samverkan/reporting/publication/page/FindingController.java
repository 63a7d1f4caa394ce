package se.samverkan.reporting.publication.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What search engines ask first: where they may read (RFC 9309), and which pages there are (sitemaps.org). What is invented is not
 * to be found by those who look for the real.
 */
@Controller
class FindingController {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final List<String> ALWAYS = List.of(
            "/public",
            "/public/programme",
            "/public/participants",
            "/public/progress",
            "/public/lessons",
            "/public/results",
            "/public/news",
            "/public/words",
            "/public/privacy",
            "/open-data",
            "/accessibility",
            "/about");

    private final PublicPages pages;
    private final ParticipantReading participants;
    private final OpenReading reading;
    private final String site;

    FindingController(
            PublicPages pages,
            ParticipantReading participants,
            OpenReading reading,
            @Value("${samverkan.mail.site}") String site) {
        this.pages = pages;
        this.participants = participants;
        this.reading = reading;
        this.site = site;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<byte[]> robots(HttpServletRequest request) {
        return pages.answer(
                request,
                Set.of(),
                TEXT,
                page -> (page.demonstration()
                                ? "User-agent: *\nDisallow: /\n"
                                : "User-agent: *\nDisallow: /sign-in\nDisallow: /search\nDisallow: /preferences\n"
                                        + "Sitemap: " + site + "/public/sitemap.xml\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(PublicPages.UNDER + "/sitemap.xml")
    ResponseEntity<byte[]> sitemap(HttpServletRequest request) {
        return pages.answer(
                request,
                PublicPages.EVERYTHING,
                MediaType.APPLICATION_XML,
                page -> paths().map(path -> "<url><loc>" + site + path + "</loc></url>\n")
                        .collect(Collectors.joining(
                                "",
                                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
                                "</urlset>\n"))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Stream<String> paths() {
        return Stream.of(
                        ALWAYS.stream(),
                        participants.all().stream().map(Participant::address),
                        reading.news().stream().map(NewsItem::address),
                        reading.lessons().stream().map(LearnedItem::address),
                        reading.results().stream().map(ResultItem::address))
                .flatMap(all -> all);
    }
}
