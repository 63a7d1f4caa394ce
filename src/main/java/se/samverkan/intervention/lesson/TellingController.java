package se.samverkan.intervention.lesson;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The form of a lesson: told for the first time, and written anew. */
@Controller
@RequestMapping("/lessons")
class TellingController {

    private static final int MOST_OF_TITLE = 200;
    private static final int MOST_OF_CAUSE = 2_000;
    private static final int MOST_OF_TEXT = 20_000;
    private static final String[] TEXTS = {"lesson-title", "lesson-cause", "lesson-tried", "lesson-seen", "lesson-again"
    };

    private final Lessons lessons;
    private final Saving saving;

    TellingController(Lessons lessons, Saving saving) {
        this.lessons = lessons;
        this.saving = saving;
    }

    @GetMapping("/new")
    @Transactional(readOnly = true)
    public String empty(@RequestParam(defaultValue = "") String cause, Model model) {
        SentForm form = SentForm.empty()
                .with("lesson-cause", cause.substring(0, Math.min(cause.length(), MOST_OF_CAUSE)))
                .with("readers", Readers.OWN.name());
        return page(lessons.tellers(), Optional.empty(), FormAgain.shown(form), model);
    }

    @PostMapping("/new")
    String tell(@RequestParam MultiValueMap<String, String> fields, HttpServletResponse response, Model model) {
        return saving.save(SentForm.of(fields), new OneForm(lessons.tellers(), Optional.empty(), model), response);
    }

    @GetMapping("/{id}/edit")
    @Transactional(readOnly = true)
    public String filled(@PathVariable long id, Model model) {
        LessonView lesson = lessons.toWrite(id);
        return page(List.of(lesson.teller()), Optional.of(lesson), FormAgain.shown(form(lesson)), model);
    }

    @PostMapping("/{id}/edit")
    String change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        LessonView lesson = lessons.toWrite(id);
        return saving.save(
                SentForm.of(fields), new OneForm(List.of(lesson.teller()), Optional.of(lesson), model), response);
    }

    private static SentForm form(LessonView lesson) {
        LessonDraft text = lesson.text();
        return SentForm.ofVersion(lesson.version())
                .with("teller", lesson.teller().key())
                .with("lesson-title", text.title())
                .with("themes", text.themes().stream().map(Enum::name).toList())
                .with("lesson-cause", text.cause())
                .with("lesson-tried", text.tried())
                .with("lesson-seen", text.seen())
                .with("lesson-again", text.again())
                .with("readers", text.readers().name())
                .with("contact", text.contact() ? List.of("true") : List.of());
    }

    private static String page(List<Teller> tellers, Optional<LessonView> lesson, FormAgain again, Model model) {
        model.addAttribute("tellers", tellers);
        model.addAttribute("lesson", lesson);
        model.addAttribute("again", again);
        return "intervention/lesson/form";
    }

    private final class OneForm implements Saving.Form {

        private final List<Teller> tellers;
        private final Optional<LessonView> lesson;
        private final Model model;

        OneForm(List<Teller> tellers, Optional<LessonView> lesson, Model model) {
            this.tellers = tellers;
            this.lesson = lesson;
            this.model = model;
        }

        private Optional<Teller> teller(SentForm sent) {
            return tellers.stream()
                    .filter(each -> lesson.isPresent() || each.key().equals(sent.text("teller")))
                    .findFirst();
        }

        private static Set<Theme> themes(SentForm sent) {
            Set<Theme> themes = EnumSet.noneOf(Theme.class);
            Arrays.stream(Theme.values())
                    .filter(each -> sent.all("themes").contains(each.name()))
                    .forEach(themes::add);
            return themes;
        }

        private static Optional<Readers> readers(SentForm sent) {
            return Arrays.stream(Readers.values())
                    .filter(each -> each.name().equals(sent.text("readers")))
                    .findFirst();
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            Optional<Teller> teller = teller(sent);
            if (teller.isEmpty()) {
                errors = errors.with("teller", "lesson.refusal.teller");
            }
            errors = sized(errors, sent, "lesson-title", true, MOST_OF_TITLE);
            if (themes(sent).isEmpty()) {
                errors = errors.with("themes", "intervention.refusal.none");
            }
            errors = sized(errors, sent, "lesson-cause", true, MOST_OF_CAUSE);
            errors = sized(errors, sent, "lesson-tried", true, MOST_OF_TEXT);
            errors = sized(errors, sent, "lesson-seen", false, MOST_OF_TEXT);
            errors = sized(errors, sent, "lesson-again", false, MOST_OF_TEXT);
            Optional<Readers> readers = readers(sent);
            if (readers.isEmpty()
                    || (readers.get() == Readers.PROVIDERS
                            && teller.filter(each -> !each.provider()).isPresent())) {
                errors = errors.with("readers", "lesson.refusal.readers");
            }
            return FreeText.errors(errors, sent, TEXTS);
        }

        private static FormErrors sized(FormErrors errors, SentForm sent, String field, boolean needed, int most) {
            int length = sent.text(field).length();
            if (needed && length == 0) {
                return errors.with(field, "intervention.refusal.sized", most);
            }
            return length > most ? errors.with(field, "intervention.refusal.long", most) : errors;
        }

        @Override
        public String save(SentForm sent) {
            LessonDraft draft = new LessonDraft(
                    sent.text("lesson-title"),
                    themes(sent),
                    sent.text("lesson-cause"),
                    sent.text("lesson-tried"),
                    sent.text("lesson-seen"),
                    sent.text("lesson-again"),
                    readers(sent).orElseThrow(),
                    sent.text("contact").equals("true"));
            FreeText texts = new FreeText(draft.all(), sent.text(FreeText.REASON_FIELD));
            if (lesson.isPresent()) {
                lessons.change(lesson.get().id(), sent.version(), draft, texts);
                return lesson.get().address();
            }
            return "/lessons/" + lessons.tell(teller(sent).orElseThrow(), draft, texts);
        }

        @Override
        public SentForm now() {
            return lesson.map(each -> form(lessons.toWrite(each.id()))).orElseGet(SentForm::empty);
        }

        @Override
        public List<Compared> compared() {
            return Stream.concat(
                            Arrays.stream(TEXTS).map(Compared::text),
                            Stream.of(Compared.choice("readers", "lesson.readers.")))
                    .toList();
        }

        @Override
        public String page(FormAgain again) {
            return TellingController.page(tellers, lesson, again, model);
        }
    }
}
