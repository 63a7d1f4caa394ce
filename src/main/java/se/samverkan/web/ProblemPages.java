package se.samverkan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.samverkan.shared.page.Page;
import se.samverkan.shared.page.PageSource;

/** Tells a problem to whoever asked: a page to a browser, problem details (RFC 9457) to a program. */
@Component
class ProblemPages {

    private final PageSource pages;

    ProblemPages(PageSource pages) {
        this.pages = pages;
    }

    static boolean isApi(HttpServletRequest request) {
        return PageFactory.pathOf(request).startsWith("/api/");
    }

    /** The problem in its own general words. */
    Object answer(HttpServletRequest request, Problem problem) {
        return answer(request, problem, "problem." + problem.slug() + ".text");
    }

    /**
     * The problem with a sentence of its own.
     *
     * @param sentence a key of the message files
     */
    Object answer(HttpServletRequest request, Problem problem, String sentence, Object... details) {
        Page page = pages.of(request);
        String text = page.text(sentence, details);
        return isApi(request) ? details(page, problem, text) : page(problem, text);
    }

    private static ModelAndView page(Problem problem, String text) {
        return new ModelAndView("web/problem", Map.of("problem", problem, "text", text), problem.status());
    }

    private static ResponseEntity<ProblemDetail> details(Page page, Problem problem, String text) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), text);
        detail.setType(URI.create("/problems/" + problem.slug()));
        detail.setTitle(page.text("problem." + problem.slug() + ".title"));
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, page.language())
                .body(detail);
    }
}
