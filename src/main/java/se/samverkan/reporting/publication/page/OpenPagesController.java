package se.samverkan.reporting.publication.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.programme.VariantView;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Variant;

/** The first page of the public, what the programmes are, how far they have come, the words, and what is kept of who reads. */
@Controller
@RequestMapping(PublicPages.UNDER)
class OpenPagesController {

    private static final int NEWEST = 3;

    private final PublicPages pages;
    private final ParticipantReading participants;
    private final OpenReading reading;
    private final Variants variants;

    OpenPagesController(PublicPages pages, ParticipantReading participants, OpenReading reading, Variants variants) {
        this.pages = pages;
        this.participants = participants;
        this.reading = reading;
        this.variants = variants;
    }

    /** How many units are in which phases of a programme; none where they are too few to be told. */
    record Progress(Variant variant, List<Group> groups) {

        int units() {
            return groups.stream().mapToInt(Group::units).sum();
        }
    }

    @GetMapping
    ResponseEntity<byte[]> front(HttpServletRequest request) {
        return pages.answer(
                request,
                PublicPages.EVERYTHING,
                "reporting/publication/page/front",
                page -> Map.of(
                        "counted",
                        participants.counted(),
                        "news",
                        reading.news().stream().limit(NEWEST).toList(),
                        "lessons",
                        reading.lessons().size(),
                        "results",
                        reading.results().size()));
    }

    @GetMapping("/programme")
    ResponseEntity<byte[]> programme(HttpServletRequest request) {
        return pages.answer(
                request,
                PublicPages.PARTICIPATION,
                "reporting/publication/page/programme",
                page -> Map.of("variants", shown(participants.phases())));
    }

    @GetMapping("/progress")
    ResponseEntity<byte[]> progress(HttpServletRequest request) {
        return pages.answer(request, PublicPages.PARTICIPATION, "reporting/publication/page/progress", page -> {
            Map<String, List<Group>> counted = participants.phases();
            return Map.of(
                    "progress",
                    shown(counted).stream()
                            .filter(variant -> counted.containsKey(variant.key()))
                            .map(variant -> new Progress(
                                    variant,
                                    Group.told(inOrder(variant, counted.getOrDefault(variant.key(), List.of())))))
                            .toList());
        });
    }

    /** The programmes that somebody takes part in; all that one party gives another where nobody does. */
    private List<Variant> shown(Map<String, List<Group>> counted) {
        Set<String> used = new TreeSet<>(counted.keySet());
        used.addAll(participants.programmes());
        List<Variant> all = variants.all().stream()
                .flatMap(each -> read(each))
                .filter(variant -> !variant.alone() && !variant.phases().isEmpty())
                .toList();
        List<Variant> those =
                all.stream().filter(variant -> used.contains(variant.key())).toList();
        return those.isEmpty() ? all : those;
    }

    private Stream<Variant> read(VariantView view) {
        return variants.read(view.key(), view.newest()).stream();
    }

    /** The phases of the variant in order, those without anybody too; before them whoever has not begun the first. */
    private static List<Group> inOrder(Variant variant, List<Group> counted) {
        List<Group> all = new ArrayList<>();
        Stream.concat(Stream.of(""), variant.phases().stream().map(phase -> phase.key()))
                .forEach(key -> all.add(counted.stream()
                        .filter(group -> group.phases().contains(key))
                        .findFirst()
                        .orElse(new Group(List.of(key), 0, Set.of()))));
        if (all.getFirst().units() == 0) {
            all.removeFirst();
        }
        return all;
    }

    @GetMapping("/words")
    ResponseEntity<byte[]> words(HttpServletRequest request) {
        return pages.answer(request, Set.of(), "reporting/publication/page/words", page -> Map.of());
    }

    @GetMapping("/privacy")
    ResponseEntity<byte[]> privacy(HttpServletRequest request) {
        return pages.answer(request, Set.of(), "reporting/publication/page/privacy", page -> Map.of());
    }
}
