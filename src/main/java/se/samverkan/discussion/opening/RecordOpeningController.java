package se.samverkan.discussion.opening;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.discussion.Discussed;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Opens a record of any room to named people of the other side, and ends it. */
@Controller
@RequestMapping("/openings/{kind}/{about}")
class RecordOpeningController {

    private static final int WEEKS = 4;

    private final Openings openings;
    private final Saving saving;

    RecordOpeningController(Openings openings, Saving saving) {
        this.openings = openings;
        this.saving = saving;
    }

    @GetMapping
    @Transactional(readOnly = true)
    public String show(@PathVariable String kind, @PathVariable long about, Model model) {
        Discussed.Record record = openings.toOpen(kind, about);
        SentForm form = SentForm.empty()
                .with("until", openings.today().plusWeeks(WEEKS).toString())
                .with("also", "true");
        return page(kind, record, FormAgain.shown(form), model);
    }

    @PostMapping
    String open(
            @PathVariable String kind,
            @PathVariable long about,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Discussed.Record record = openings.toOpen(kind, about);
        return saving.save(SentForm.of(fields), new OneForm(kind, record, model), response);
    }

    @PostMapping("/{opening}/end")
    String end(@PathVariable String kind, @PathVariable long about, @PathVariable long opening) {
        openings.end(kind, about, opening);
        return "redirect:" + address(kind, about);
    }

    private String page(String kind, Discussed.Record record, FormAgain again, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("record", record);
        model.addAttribute("openings", openings.of(kind, record.id()));
        model.addAttribute("supporters", openings.supporters(kind, record.id()));
        model.addAttribute("needs", openings.needs(kind, record.id()));
        model.addAttribute("again", again);
        return "discussion/opening/openings";
    }

    private static String address(String kind, long about) {
        return "/openings/" + kind + "/" + about;
    }

    private static Set<Long> people(SentForm sent) {
        return sent.all("person").stream()
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .collect(Collectors.toSet());
    }

    private final class OneForm implements Saving.Form {

        private final String kind;
        private final Discussed.Record record;
        private final Model model;

        OneForm(String kind, Discussed.Record record, Model model) {
            this.kind = kind;
            this.record = record;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = people(sent).isEmpty()
                    ? FormErrors.none().with("person", "discussion.opening.refusal.nobody")
                    : FormErrors.none();
            return sent.day("until").isEmpty() ? errors.with("until", "discussion.opening.refusal.until") : errors;
        }

        @Override
        public String save(SentForm sent) {
            if (sent.text("also").equals("true")) {
                openings.openWithWhatItNeeds(
                        kind, record.id(), people(sent), sent.day("until").orElseThrow());
            } else {
                openings.open(kind, record.id(), people(sent), sent.day("until").orElseThrow());
            }
            return address(kind, record.id());
        }

        @Override
        public String page(FormAgain again) {
            return RecordOpeningController.this.page(kind, record, again, model);
        }
    }
}
