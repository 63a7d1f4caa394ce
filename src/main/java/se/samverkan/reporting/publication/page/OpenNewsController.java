package se.samverkan.reporting.publication.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.reporting.publication.Matter;
import se.samverkan.shared.Refusal;

/** What those who take part tell of how it goes (så går det för oss): as pages, and as feeds to subscribe to. */
@Controller
@RequestMapping(PublicPages.UNDER)
class OpenNewsController {

    private static final MediaType RSS = new MediaType("application", "rss+xml", StandardCharsets.UTF_8);

    private static final Set<Matter> EVERY = Set.of(Matter.NEWS);

    private final PublicPages pages;
    private final OpenReading reading;
    private final Directory directory;
    private final String site;

    OpenNewsController(
            PublicPages pages, OpenReading reading, Directory directory, @Value("${samverkan.mail.site}") String site) {
        this.pages = pages;
        this.reading = reading;
        this.directory = directory;
        this.site = site;
    }

    @GetMapping("/news")
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        return pages.answer(request, EVERY, "reporting/publication/page/news", page -> Map.of("news", reading.news()));
    }

    @GetMapping("/news/{id}")
    ResponseEntity<byte[]> one(@PathVariable long id, HttpServletRequest request) {
        return pages.answerOrGone(
                request, "NEWS", id, "reporting/publication/page/newsitem", page -> Map.of("news", reading.news(id)));
    }

    @GetMapping("/news.xml")
    ResponseEntity<byte[]> feed(HttpServletRequest request) {
        return pages.answer(
                request,
                EVERY,
                RSS,
                page -> new NewsFeed(site)
                        .of(
                                page.text("public.feed.title"),
                                page.text("public.feed.text"),
                                PublicPages.UNDER + "/news",
                                reading.news()));
    }

    @GetMapping("/participants/{key}/news.xml")
    ResponseEntity<byte[]> feedOf(@PathVariable String key, HttpServletRequest request) {
        return pages.answer(request, Set.of(Matter.of(key)), RSS, page -> {
            List<NewsItem> news = reading.newsOf(key);
            String name = directory
                    .organiser(key)
                    .map(OrganiserView::name)
                    .filter(any -> !news.isEmpty())
                    .orElseThrow(Refusal::notSeen);
            return new NewsFeed(site)
                    .of(
                            page.text("public.feed.of", name),
                            page.text("public.feed.text"),
                            PublicPages.UNDER + "/participants/" + key,
                            news);
        });
    }
}
