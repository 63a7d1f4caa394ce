package se.samverkan.partnership.overview;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.page.FormErrors;

/** A case: where it is, what is due, who has the ball, what happened and what is loose. */
@Controller
class CaseController {

    private final CasePage page;
    private final Rights rights;

    CaseController(CasePage page, Rights rights) {
        this.page = page;
        this.rights = rights;
    }

    @GetMapping("/partnerships/{id}")
    String show(@PathVariable long id, Model model) {
        rights.require(Verb.READ_PARTNERSHIP);
        return page.show(id, FormErrors.none(), model);
    }
}
