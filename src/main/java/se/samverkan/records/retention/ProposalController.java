package se.samverkan.records.retention;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Actor;
import se.samverkan.access.Names;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** A list of what is to go: read by whoever decides, disposed of or declined. */
@Controller("disposalProposalController")
@RequestMapping("/records/retention/proposals/{id}")
class ProposalController {

    private final Retention retention;
    private final Names names;
    private final Saving saving;

    ProposalController(Retention retention, Names names, Saving saving) {
        this.retention = retention;
        this.names = names;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(id, FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/disposal")
    String dispose(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return decide(id, fields, sent -> retention.dispose(id), response, model);
    }

    @PostMapping("/refusal")
    String decline(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return decide(id, fields, sent -> retention.decline(id, FreeText.of(sent, "words")), response, model);
    }

    private String decide(
            long id,
            MultiValueMap<String, String> fields,
            Consumer<SentForm> deed,
            HttpServletResponse response,
            Model model) {
        retention.proposal(id);
        return saving.save(
                SentForm.of(fields),
                new Saving.Form() {
                    @Override
                    public FormErrors errors(SentForm sent) {
                        return FreeText.errors(FormErrors.none(), sent, "words");
                    }

                    @Override
                    public String save(SentForm sent) {
                        deed.accept(sent);
                        return "/records/retention/proposals/" + id;
                    }

                    @Override
                    public String page(FormAgain again) {
                        return ProposalController.this.page(id, again, model);
                    }
                },
                response);
    }

    private String page(long id, FormAgain again, Model model) {
        ProposalView proposal = retention.proposal(id);
        model.addAttribute("proposal", proposal);
        model.addAttribute("items", retention.items(id));
        model.addAttribute("names", RetentionController.names(names, List.of(proposal)));
        model.addAttribute("own", proposal.proposedBy() == Actor.current().person());
        model.addAttribute("again", again);
        return "records/retention/proposal";
    }
}
