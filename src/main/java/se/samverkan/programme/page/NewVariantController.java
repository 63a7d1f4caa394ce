package se.samverkan.programme.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.programme.file.VariantFile.Parent;
import se.samverkan.programme.keeping.VariantKeeping;
import se.samverkan.programme.keeping.VariantKeeping.Beginning;
import se.samverkan.programme.keeping.VariantReading;
import se.samverkan.programme.variant.Text;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** A new variant: empty, a copy of another, or one that inherits from another. */
@Controller
@RequestMapping("/programmes")
class NewVariantController {

    private final VariantReading reading;
    private final VariantKeeping keeping;
    private final Saving saving;
    private final PageSource source;

    NewVariantController(VariantReading reading, VariantKeeping keeping, Saving saving, PageSource source) {
        this.reading = reading;
        this.keeping = keeping;
        this.saving = saving;
        this.source = source;
    }

    @GetMapping("/new")
    String empty(@RequestParam(defaultValue = "") String from, HttpServletRequest request, Model model) {
        keeping.require();
        SentForm form = SentForm.empty()
                .with("beginning", from.isEmpty() ? Beginning.EMPTY.name() : Beginning.INHERIT.name())
                .with("from", from);
        return form(FormAgain.shown(form), request, model);
    }

    @PostMapping
    String begin(
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        keeping.require();
        return saving.save(SentForm.of(fields), new OneForm(request, model), response);
    }

    private String form(FormAgain again, HttpServletRequest request, Model model) {
        var page = source.of(request);
        List<Option> from = new ArrayList<>(List.of(new Option("", page.text("programme.from.none"))));
        reading.all().stream()
                .filter(each -> each.newest() > 0)
                .map(each -> new Option(each.key(), each.name(page.locale())))
                .forEach(from::add);
        model.addAttribute("again", again);
        model.addAttribute("from", from);
        return "programme/page/new";
    }

    private final class OneForm implements Saving.Form {

        private final HttpServletRequest request;
        private final Model model;

        OneForm(HttpServletRequest request, Model model) {
            this.request = request;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.text("name").isEmpty()) {
                errors = errors.with("name", "programme.wrong.no-words");
            }
            if (!sent.text("key").matches("[a-z][a-z0-9-]{1,39}")
                    || List.of("new", "import").contains(sent.text("key"))) {
                errors = errors.with("key", "programme.refusal.key");
            }
            if (beginning(sent) != Beginning.EMPTY && sent.text("from").isEmpty()) {
                errors = errors.with("from", "programme.refusal.from");
            }
            return errors;
        }

        @Override
        public String save(SentForm sent) {
            String from = sent.text("from");
            Optional<Parent> parent = beginning(sent) == Beginning.EMPTY
                    ? Optional.empty()
                    : Optional.of(
                            new Parent(from, reading.published(from).getFirst().version()));
            keeping.begin(sent.text("key"), new Text(sent.text("name"), sent.text("name.en")), beginning(sent), parent);
            return "/programmes/" + sent.text("key") + "/draft";
        }

        @Override
        public String page(FormAgain again) {
            return form(again, request, model);
        }
    }

    private static Beginning beginning(SentForm sent) {
        return Arrays.stream(Beginning.values())
                .filter(each -> each.name().equals(sent.text("beginning")))
                .findFirst()
                .orElse(Beginning.EMPTY);
    }
}
