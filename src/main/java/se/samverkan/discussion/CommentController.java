package se.samverkan.discussion;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/**
 * Says something about a part of a record, takes it back, and says that it is dealt with. The thread itself stands on the
 * record's own page; here is one part of it with its form, which is also where a refused comment comes back.
 */
@Controller
@RequestMapping("/comments/{kind}/{about}")
class CommentController {

    private final Discussion discussion;
    private final Saving saving;

    CommentController(Discussion discussion, Saving saving) {
        this.discussion = discussion;
        this.saving = saving;
    }

    @GetMapping
    String show(
            @PathVariable String kind,
            @PathVariable long about,
            @RequestParam(defaultValue = "") String part,
            Model model) {
        return page(
                discussion.record(kind, about),
                kind,
                FormAgain.shown(SentForm.empty().with("part", part)),
                model);
    }

    @PostMapping
    String say(
            @PathVariable String kind,
            @PathVariable long about,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Discussed.Record record = discussion.record(kind, about);
        return saving.save(SentForm.of(fields), new OneForm(kind, record, model), response);
    }

    @PostMapping("/{comment}/withdrawal")
    String takeBack(@PathVariable String kind, @PathVariable long about, @PathVariable long comment) {
        discussion.takeBack(kind, about, comment);
        return "redirect:" + discussion.record(kind, about).address();
    }

    @PostMapping("/{comment}/settlement")
    String settle(
            @PathVariable String kind,
            @PathVariable long about,
            @PathVariable long comment,
            @RequestParam(defaultValue = "true") boolean settled) {
        discussion.settle(kind, about, comment, settled);
        return "redirect:" + discussion.record(kind, about).address();
    }

    private String page(Discussed.Record record, String kind, FormAgain again, Model model) {
        String part = again.form().text("part");
        model.addAttribute("record", record);
        model.addAttribute("kind", kind);
        model.addAttribute("comments", discussion.of(kind, record.id()).getOrDefault(part, java.util.List.of()));
        model.addAttribute("again", again);
        return "discussion/comment";
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
            FormErrors errors = sent.text("words").isEmpty()
                    ? FormErrors.none().with("words", "discussion.refusal.empty")
                    : FormErrors.none();
            return FreeText.errors(errors, sent, "words");
        }

        @Override
        public String save(SentForm sent) {
            discussion.say(kind, record.id(), sent.text("part"), FreeText.of(sent, "words"));
            return record.address();
        }

        @Override
        public String page(FormAgain again) {
            return CommentController.this.page(record, kind, again, model);
        }
    }
}
