package se.samverkan.meeting.minutes;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.plan.Planning;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The agenda of a meeting: an item more, another wording, what it is about, another order. */
@Controller
@RequestMapping("/meetings/{id}/agenda")
class AgendaController {

    private final Agendas agendas;
    private final Planning planning;
    private final Saving saving;
    private final SentForms sentForms;
    private final TransactionTemplate reading;

    AgendaController(
            Agendas agendas, Planning planning, Saving saving, SentForms sentForms, TransactionTemplate transactions) {
        this.agendas = agendas;
        this.planning = planning;
        this.saving = saving;
        this.sentForms = sentForms;
        this.reading = transactions;
    }

    @GetMapping("/new")
    String empty(@PathVariable long id, Model model) {
        return page(agendas.toWrite(id), Optional.empty(), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/new")
    String add(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new OneForm(agendas.toWrite(id), Optional.empty(), model), response);
    }

    @GetMapping("/{item}")
    String show(@PathVariable long id, @PathVariable long item, Model model) {
        MeetingView meeting = agendas.toWrite(id);
        AgendaItem found = agendas.item(id, item);
        return page(meeting, Optional.of(found), FormAgain.shown(form(found)), model);
    }

    @PostMapping("/{item}")
    String change(
            @PathVariable long id,
            @PathVariable long item,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        MeetingView meeting = agendas.toWrite(id);
        return saving.save(
                SentForm.of(fields), new OneForm(meeting, Optional.of(agendas.item(id, item)), model), response);
    }

    @PostMapping("/{item}/raise")
    String raise(@PathVariable long id, @PathVariable long item, @RequestParam MultiValueMap<String, String> fields) {
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    agendas.raise(id, item);
                    return "/meetings/" + id;
                });
    }

    @PostMapping("/{item}/removal")
    String remove(@PathVariable long id, @PathVariable long item, @RequestParam MultiValueMap<String, String> fields) {
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    agendas.remove(id, item);
                    return "/meetings/" + id;
                });
    }

    @PostMapping("/{item}/restoration")
    String takeBack(
            @PathVariable long id, @PathVariable long item, @RequestParam MultiValueMap<String, String> fields) {
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    agendas.takeBack(id, item);
                    return "/meetings/" + id;
                });
    }

    private static SentForm form(AgendaItem item) {
        return SentForm.ofVersion(item.version())
                .with("item-words", item.words().sv())
                .with("about", item.about().value());
    }

    private String page(MeetingView meeting, Optional<AgendaItem> item, FormAgain again, Model model) {
        reading.executeWithoutResult(status -> {
            model.addAttribute("partnership", planning.partnership(meeting.partnership()));
            model.addAttribute("choices", agendas.choices(meeting));
        });
        model.addAttribute("meeting", meeting);
        model.addAttribute("item", item);
        model.addAttribute("again", again);
        return "meeting/minutes/item";
    }

    private final class OneForm implements Saving.Form {

        private final MeetingView meeting;
        private final Optional<AgendaItem> item;
        private final Model model;

        OneForm(MeetingView meeting, Optional<AgendaItem> item, Model model) {
            this.meeting = meeting;
            this.item = item;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            int letters = sent.text("item-words").length();
            if (letters == 0) {
                errors = errors.with("item-words", "meeting.refusal.item");
            } else if (letters > Agendas.MOST_LETTERS) {
                errors = errors.with("item-words", "meeting.refusal.too-long", letters, Agendas.MOST_LETTERS);
            }
            return FreeText.errors(errors, sent, "item-words");
        }

        @Override
        public String save(SentForm sent) {
            FreeText words = FreeText.of(sent, "item-words");
            if (item.isPresent()) {
                agendas.change(meeting.id(), item.get().id(), sent.version(), words, sent.text("about"));
            } else {
                agendas.add(meeting.id(), words, sent.text("about"));
            }
            return meeting.address();
        }

        @Override
        public SentForm now() {
            return item.map(each -> form(agendas.item(meeting.id(), each.id()))).orElseGet(SentForm::empty);
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("item-words"), Compared.text("about"));
        }

        @Override
        public String page(FormAgain again) {
            return AgendaController.this.page(meeting, item, again, model);
        }
    }
}
