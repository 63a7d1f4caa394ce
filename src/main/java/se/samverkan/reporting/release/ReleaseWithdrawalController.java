package se.samverkan.reporting.release;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;

/** Takes a release back. */
@Controller
class ReleaseWithdrawalController {

    private final Releases releases;
    private final OnceOnPage once;

    ReleaseWithdrawalController(Releases releases, OnceOnPage once) {
        this.releases = releases;
        this.once = once;
    }

    @PostMapping("/open-data/{dataset}/{id}/withdrawal")
    String withdraw(
            @PathVariable String dataset,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> releases.withdraw(id, FreeText.of(sent, "words")),
                "/open-data/" + dataset,
                errors -> {
                    model.addAttribute("versions", releases.versions(dataset));
                    model.addAttribute("mayRelease", true);
                    model.addAttribute("errors", errors);
                    model.addAttribute("sent", sent);
                    return "reporting/release/dataset";
                },
                response);
    }
}
