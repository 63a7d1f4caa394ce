package se.samverkan.reporting.publication.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Page;

/** Who takes part: the list with its map, and each organiser with what it has chosen to tell. */
@Controller
@RequestMapping(PublicPages.UNDER + "/participants")
class ParticipantsController {

    private final PublicPages pages;
    private final OpenReading reading;
    private final Variants variants;
    private final Directory directory;

    ParticipantsController(PublicPages pages, OpenReading reading, Variants variants, Directory directory) {
        this.pages = pages;
        this.reading = reading;
        this.variants = variants;
        this.directory = directory;
    }

    @GetMapping
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        return pages.answer(request, "reporting/publication/page/participants", page -> {
            List<Participant> participants = reading.participants();
            Map<String, Integer> perCounty = new TreeMap<>();
            participants.forEach(each -> each.counties().forEach(county -> perCounty.merge(county, 1, Integer::sum)));
            return Map.of(
                    "participants", participants,
                    "perCounty", perCounty,
                    "counties", reading.counties(),
                    "tiles", Tile.country(perCounty),
                    "programmes", names(participants, page));
        });
    }

    @GetMapping("/{key}")
    ResponseEntity<byte[]> one(@PathVariable String key, HttpServletRequest request) {
        return pages.answer(request, "reporting/publication/page/participant", page -> {
            List<NewsItem> news = reading.newsOf(key);
            List<LearnedItem> lessons = reading.lessonsOf(key);
            Optional<Participant> participant = reading.participants().stream()
                    .filter(each -> each.key().equals(key))
                    .findFirst();
            OrganiserView organiser = directory.organiser(key).orElseThrow(Refusal::notSeen);
            if (participant.isEmpty() && news.isEmpty() && lessons.isEmpty()) {
                throw Refusal.notSeen();
            }
            return Map.of(
                    "key",
                    key,
                    "name",
                    organiser.name(),
                    "participant",
                    participant,
                    "news",
                    news,
                    "lessons",
                    lessons,
                    "programmes",
                    names(participant.stream().toList(), page));
        });
    }

    /** What the programmes are called that these take part in, by the key of the programme. */
    private Map<String, String> names(List<Participant> participants, Page page) {
        Map<String, String> names = new TreeMap<>();
        participants.stream()
                .flatMap(each -> each.parts().stream())
                .forEach(part -> names.computeIfAbsent(
                        part.variant(),
                        variant -> variants.read(variant, part.variantVersion())
                                .map(Variant::name)
                                .map(name -> name.in(page.locale()))
                                .orElse(variant)));
        return names;
    }
}
