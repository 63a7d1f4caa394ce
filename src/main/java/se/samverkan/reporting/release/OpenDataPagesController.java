package se.samverkan.reporting.release;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.reporting.aggregate.Topic;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** Open data for people: what there is, and each data set with its versions. */
@Controller
class OpenDataPagesController {

    private final Releases releases;
    private final Rights rights;

    OpenDataPagesController(Releases releases, Rights rights) {
        this.releases = releases;
        this.rights = rights;
    }

    @GetMapping("/open-data")
    @Transactional(readOnly = true)
    public String list(Model model) {
        model.addAttribute("releases", releases.newest());
        model.addAttribute("limit", Topic.LIMIT);
        model.addAttribute("mayRelease", rights.allow(Verb.RELEASE_OPEN_DATA));
        return "reporting/release/opendata";
    }

    @GetMapping("/open-data/{dataset}")
    @Transactional(readOnly = true)
    public String one(@PathVariable String dataset, Model model) {
        model.addAttribute("versions", releases.versions(dataset));
        model.addAttribute(
                "mayRelease",
                rights.allow(
                        Verb.RELEASE_OPEN_DATA,
                        releases.versions(dataset).getFirst().organisation()));
        model.addAttribute("errors", FormErrors.none());
        model.addAttribute("sent", SentForm.empty());
        return "reporting/release/dataset";
    }
}
