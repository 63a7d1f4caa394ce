package se.samverkan.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.shared.Refusal;

/** What filters and the server itself refuse, before any room was asked; and what each problem's type means. */
@Controller
class ProblemController implements ErrorController {

    private final ProblemPages pages;

    ProblemController(ProblemPages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer value ? HttpStatus.resolve(value) : HttpStatus.NOT_FOUND;
        // A form whose proof does not fit any longer was made in a session that has ended.
        boolean ended = request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException;
        return pages.answer(
                request,
                ended ? Problem.SESSION_ENDED : Problem.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status));
    }

    /** The address that problem details name as their type. */
    @GetMapping("/problems/{slug}")
    String explain(@PathVariable String slug, Model model) {
        Problem problem = Arrays.stream(Problem.values())
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        model.addAttribute("problem", problem);
        return "web/problemtype";
    }
}
