package se.samverkan.reporting.publication.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.reporting.publication.Matter;

/** What has been learned: lessons that were released, and what evaluations came to with its uncertainty. */
@Controller
@RequestMapping(PublicPages.UNDER)
class LearnedController {

    private final PublicPages pages;
    private final OpenReading reading;

    LearnedController(PublicPages pages, OpenReading reading) {
        this.pages = pages;
        this.reading = reading;
    }

    @GetMapping("/lessons")
    ResponseEntity<byte[]> lessons(HttpServletRequest request) {
        return pages.answer(
                request,
                Set.of(Matter.LESSONS),
                "reporting/publication/page/learned",
                page -> Map.of("lessons", reading.lessons()));
    }

    @GetMapping("/lessons/{id}")
    ResponseEntity<byte[]> lesson(@PathVariable long id, HttpServletRequest request) {
        return pages.answerOrGone(
                request,
                "LESSON",
                id,
                "reporting/publication/page/lesson",
                page -> Map.of("lesson", reading.lesson(id)));
    }

    @GetMapping("/results")
    ResponseEntity<byte[]> results(HttpServletRequest request) {
        return pages.answer(
                request,
                Set.of(Matter.RESULTS),
                "reporting/publication/page/results",
                page -> Map.of("results", reading.results()));
    }

    @GetMapping("/results/{id}")
    ResponseEntity<byte[]> result(@PathVariable long id, HttpServletRequest request) {
        return pages.answerOrGone(
                request,
                "RESULT",
                id,
                "reporting/publication/page/result",
                page -> Map.of("result", reading.result(id)));
    }
}
