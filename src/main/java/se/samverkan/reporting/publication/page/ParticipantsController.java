package se.samverkan.reporting.publication.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import se.samverkan.reporting.publication.Matter;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Page;

/** Who takes part: the list with its map, and each organiser with what it has chosen to tell. */
@Controller
@RequestMapping(PublicPages.UNDER + "/participants")
class ParticipantsController {

    private final PublicPages pages;
    private final ParticipantReading participants;
    private final OpenReading reading;
    private final Variants variants;
    private final Directory directory;

    ParticipantsController(
            PublicPages pages,
            ParticipantReading participants,
            OpenReading reading,
            Variants variants,
            Directory directory) {
        this.pages = pages;
        this.participants = participants;
        this.reading = reading;
        this.variants = variants;
        this.directory = directory;
    }

    @GetMapping
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        return pages.answer(request, PublicPages.PARTICIPATION, "reporting/publication/page/participants", page -> {
            List<Participant> all = participants.all();
            Map<String, Integer> perCounty = new TreeMap<>();
            Map<String, String> counties = participants.counties();
            all.forEach(each -> each.counties().forEach(county -> perCounty.merge(county, 1, Integer::sum)));
            return Map.of(
                    "participants", all,
                    "perCounty", perCounty,
                    "counties", counties,
                    "tiles", Tile.country(perCounty, counties),
                    "programmes", names(all, page));
        });
    }

    @GetMapping("/{key}")
    ResponseEntity<byte[]> one(@PathVariable String key, HttpServletRequest request) {
        return pages.answer(request, Set.of(Matter.of(key)), "reporting/publication/page/participant", page -> {
            List<NewsItem> news = reading.newsOf(key);
            List<LearnedItem> lessons = reading.lessonsOf(key);
            Optional<Participant> participant = participants.one(key);
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
