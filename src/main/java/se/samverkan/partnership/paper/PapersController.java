package se.samverkan.partnership.paper;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.records.document.Documents;
import se.samverkan.shared.Refusal;

/** The documents of a case that the reader may see, and the way to put one more into it. */
@Controller
class PapersController {

    private final Partnerships partnerships;
    private final Documents documents;
    private final Rights rights;

    PapersController(Partnerships partnerships, Documents documents, Rights rights) {
        this.partnerships = partnerships;
        this.documents = documents;
        this.rights = rights;
    }

    @GetMapping("/partnerships/{id}/papers")
    @Transactional(readOnly = true)
    public String list(@PathVariable long id, Model model) {
        PartnershipView partnership = partnerships.find(id).orElseThrow(Refusal::notSeen);
        model.addAttribute("partnership", partnership);
        model.addAttribute("documents", documents.of(CaseDocumented.record(id)));
        model.addAttribute("mayWrite", rights.allow(Verb.WRITE_DOCUMENTS));
        return "partnership/paper/papers";
    }
}
