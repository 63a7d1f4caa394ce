package se.samverkan.records.mark.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.records.document.page.People;
import se.samverkan.records.mark.MarkDraft;
import se.samverkan.records.mark.MarkView;
import se.samverkan.records.mark.Markable;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Sets a secrecy mark on a field of a record of some room, and lifts it. */
@Controller
@RequestMapping("/marks/{kind}/{about}")
class MarkController {

    private final Marks marks;
    private final People people;
    private final Saving saving;

    MarkController(Marks marks, People people, Saving saving) {
        this.marks = marks;
        this.people = people;
        this.saving = saving;
    }

    @GetMapping
    String show(@PathVariable String kind, @PathVariable long about, Model model) {
        return page(kind, marks.record(kind, about), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping
    String mark(
            @PathVariable String kind,
            @PathVariable long about,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Markable.Record record = marks.record(kind, about);
        SentForm asked = SentForm.of(fields);
        if (People.isLooking(asked)) {
            return page(kind, record, FormAgain.shown(asked), model);
        }
        return saving.save(
                asked, new OneForm(kind, record, model, sent -> marks.mark(kind, about, draft(sent))), response);
    }

    private static MarkDraft draft(SentForm sent) {
        return new MarkDraft(
                sent.text("provision"), FreeText.of(sent, "reason"), sent.day("until"), People.ticked(sent));
    }

    @PostMapping("/lifting")
    String lift(
            @PathVariable String kind,
            @PathVariable long about,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(
                SentForm.of(fields),
                new OneForm(
                        kind,
                        marks.record(kind, about),
                        model,
                        sent -> marks.lift(kind, about, FreeText.of(sent, "reason"))),
                response);
    }

    private String page(String kind, Markable.Record record, FormAgain again, Model model) {
        people.put(again.form(), model);
        MarkView standing = marks.of(kind, List.of(record.about())).get(record.about());
        model.addAttribute("kind", kind);
        model.addAttribute("record", record);
        model.addAttribute("mark", Optional.ofNullable(standing));
        model.addAttribute("again", again);
        return "records/mark/page/mark";
    }

    private final class OneForm implements Saving.Form {

        private final String kind;
        private final Markable.Record record;
        private final Model model;
        private final Consumer<SentForm> deed;

        OneForm(String kind, Markable.Record record, Model model, Consumer<SentForm> deed) {
            this.kind = kind;
            this.record = record;
            this.model = model;
            this.deed = deed;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FreeText.errors(FormErrors.none(), sent, "reason");
        }

        @Override
        public String save(SentForm sent) {
            deed.accept(sent);
            return record.address();
        }

        @Override
        public String page(FormAgain again) {
            return MarkController.this.page(kind, record, again, model);
        }
    }
}
