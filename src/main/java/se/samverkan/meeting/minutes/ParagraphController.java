package se.samverkan.meeting.minutes;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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
import se.samverkan.meeting.minutes.Paragraph.Kind;
import se.samverkan.meeting.minutes.Paragraph.Scope;
import se.samverkan.meeting.plan.Planning;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Writes a paragraph, changes it, shows what it said before, removes it and takes it back. */
@Controller
@RequestMapping("/meetings/{id}/paragraphs")
class ParagraphController {

    private final Notes notes;
    private final Agendas agendas;
    private final Planning planning;
    private final Saving saving;
    private final SentForms sentForms;
    private final TransactionTemplate reading;

    ParagraphController(
            Notes notes,
            Agendas agendas,
            Planning planning,
            Saving saving,
            SentForms sentForms,
            TransactionTemplate transactions) {
        this.notes = notes;
        this.agendas = agendas;
        this.planning = planning;
        this.saving = saving;
        this.sentForms = sentForms;
        this.reading = transactions;
    }

    @PostMapping
    String write(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        notes.toWrite(id, scope(sent));
        return saving.save(sent, new OneForm(id, Optional.empty(), model), response);
    }

    @GetMapping("/{paragraph}")
    String show(@PathVariable long id, @PathVariable long paragraph, Model model) {
        return page(id, Optional.of(paragraph), FormAgain.shown(form(toChange(id, paragraph))), model);
    }

    @PostMapping("/{paragraph}")
    String change(
            @PathVariable long id,
            @PathVariable long paragraph,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        toChange(id, paragraph);
        return saving.save(SentForm.of(fields), new OneForm(id, Optional.of(paragraph), model), response);
    }

    @PostMapping("/{paragraph}/removal")
    String remove(
            @PathVariable long id, @PathVariable long paragraph, @RequestParam MultiValueMap<String, String> fields) {
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    notes.remove(id, paragraph);
                    return "/meetings/" + id + "/removed";
                });
    }

    @PostMapping("/{paragraph}/restoration")
    String takeBack(
            @PathVariable long id, @PathVariable long paragraph, @RequestParam MultiValueMap<String, String> fields) {
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    notes.takeBack(id, paragraph);
                    return "/meetings/" + id;
                });
    }

    private Paragraph toChange(long id, long paragraph) {
        Paragraph found = notes.toChange(id, paragraph);
        notes.toWrite(id, found.scope());
        return found;
    }

    private static SentForm form(Paragraph paragraph) {
        return SentForm.ofVersion(paragraph.version())
                .with("paragraph-words", paragraph.words())
                .with("kind", paragraph.kind().name());
    }

    private static Scope scope(SentForm sent) {
        return Arrays.stream(Scope.values())
                .filter(each -> each.name().equals(sent.text("scope")))
                .findFirst()
                .orElse(Scope.SHARED);
    }

    private static Kind kind(SentForm sent) {
        return sent.text("kind").equals(Kind.DECISION.name()) ? Kind.DECISION : Kind.NOTE;
    }

    private String page(long id, Optional<Long> paragraph, FormAgain again, Model model) {
        reading.executeWithoutResult(status -> {
            MeetingView meeting = planning.meeting(id);
            model.addAttribute("partnership", planning.partnership(meeting.partnership()));
            model.addAttribute("meeting", meeting);
            model.addAttribute("leads", notes.part(id).leads());
            model.addAttribute("agenda", agendas.of(id));
            model.addAttribute("paragraph", paragraph.map(each -> notes.paragraph(id, each)));
            model.addAttribute(
                    "earlier", paragraph.map(each -> notes.earlier(id, each)).orElse(List.of()));
        });
        model.addAttribute("again", again);
        return "meeting/minutes/paragraph";
    }

    private final class OneForm implements Saving.Form {

        private final long meeting;
        private final Optional<Long> paragraph;
        private final Model model;

        OneForm(long meeting, Optional<Long> paragraph, Model model) {
            this.meeting = meeting;
            this.paragraph = paragraph;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            int letters = sent.text("paragraph-words").length();
            if (letters == 0) {
                errors = errors.with("paragraph-words", "meeting.refusal.words");
            } else if (letters > Notes.MOST_LETTERS) {
                errors = errors.with("paragraph-words", "meeting.refusal.too-long", letters, Notes.MOST_LETTERS);
            }
            return FreeText.errors(errors, sent, "paragraph-words");
        }

        @Override
        public String save(SentForm sent) {
            FreeText words = FreeText.of(sent, "paragraph-words");
            if (paragraph.isPresent()) {
                notes.change(meeting, paragraph.get(), sent.version(), kind(sent), words);
            } else {
                Optional<Long> item = Optional.of(sent.text("item"))
                        .filter(text -> text.matches("[1-9]\\d{0,17}"))
                        .map(Long::valueOf);
                notes.write(meeting, item, scope(sent), kind(sent), words);
            }
            return "/meetings/" + meeting;
        }

        @Override
        public SentForm now() {
            return paragraph.map(each -> form(notes.paragraph(meeting, each))).orElseGet(SentForm::empty);
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("paragraph-words"), Compared.choice("kind", "meeting.kind."));
        }

        @Override
        public String page(FormAgain again) {
            if (again.isStale() && paragraph.isPresent()) {
                notes.keepLost(
                        meeting,
                        paragraph.get(),
                        again.form().version(),
                        again.form().text("paragraph-words"));
            }
            return ParagraphController.this.page(meeting, paragraph, again, model);
        }
    }
}
