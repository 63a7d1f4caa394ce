package se.samverkan.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samverkan.shared.Progress;

/** How far the demonstration has come, asked again and again by the start page until it is done. */
@Controller
class ProgressController {

    static final String PATH = "/progress/demonstration";

    private final DemonstrationProgress demonstration;

    ProgressController(DemonstrationProgress demonstration) {
        this.demonstration = demonstration;
    }

    /** The fragment; when the work is done the browser is told to load its page anew, which now has everything. */
    @GetMapping(PATH)
    String progress(Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        Optional<Progress.State> state = demonstration.unfinished();
        if (state.isEmpty()) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return "web/nothing";
        }
        model.addAttribute("state", state.get());
        return "web/filling";
    }
}
