package se.samverkan.programme.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.programme.file.Differences;
import se.samverkan.programme.file.FileReading;
import se.samverkan.programme.file.VariantChecking.Checked;
import se.samverkan.programme.keeping.KeptVersion;
import se.samverkan.programme.keeping.TakingIn;
import se.samverkan.programme.keeping.VariantKeeping;
import se.samverkan.programme.keeping.VariantReading;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** A file of a variant: first it is tried, and what it would change is shown; then it is taken in as a draft. */
@Controller
@RequestMapping("/programmes/import")
class VariantFileController {

    private final VariantReading reading;
    private final VariantKeeping keeping;
    private final TakingIn takingIn;
    private final Saving saving;
    private final PageSource source;

    VariantFileController(
            VariantReading reading, VariantKeeping keeping, TakingIn takingIn, Saving saving, PageSource source) {
        this.reading = reading;
        this.keeping = keeping;
        this.takingIn = takingIn;
        this.saving = saving;
        this.source = source;
    }

    /**
     * What a file would do.
     *
     * @param name what the variant is called
     * @param isNew whether there is no such variant yet
     * @param replaces whether it would take the place of a draft
     * @param changes what would differ from what there is
     * @param wrong what is wrong with it, with the lines
     * @param missing what is missing in it before it can be published
     */
    record Tried(
            String name,
            boolean isNew,
            boolean replaces,
            List<ToldDifference> changes,
            List<ToldComplaint> wrong,
            List<ToldComplaint> missing) {}

    /** A complaint in words. */
    record ToldComplaint(int line, String text) {}

    @GetMapping
    String choose(Model model) {
        keeping.require();
        return page(FormAgain.shown(SentForm.empty()), null, model);
    }

    @PostMapping
    String tryOut(
            @RequestParam("file") MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        keeping.require();
        if (file.isEmpty()) {
            FormErrors errors = FormErrors.none().with("file", "programme.refusal.choose-file");
            return page(FormAgain.refused(SentForm.empty(), errors, response), null, model);
        }
        byte[] content;
        try (InputStream stream = file.getInputStream()) {
            content = stream.readNBytes(FileReading.MOST_BYTES + 1);
        }
        Checked checked = takingIn.check(content);
        if (!checked.isWhole()) {
            response.setStatus(422);
        }
        SentForm form = SentForm.ofVersion(revision(checked));
        String text = checked.isWhole() ? new String(content, StandardCharsets.UTF_8) : "";
        return page(FormAgain.shown(form.with("content", text)), tried(checked, request), model);
    }

    @PostMapping("/taking")
    String take(
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        keeping.require();
        return saving.save(SentForm.of(fields), new Taking(request, model), response);
    }

    private int revision(Checked checked) {
        return keeping.findDraft(checked.file().key())
                .map(KeptVersion::revision)
                .orElse(0);
    }

    private Tried tried(Checked checked, HttpServletRequest request) {
        var words = source.of(request).words();
        Telling telling = new Telling(words, checked.whole());
        Optional<KeptVersion> draft = keeping.findDraft(checked.file().key());
        Optional<KeptVersion> before = draft.or(() -> newest(checked.file().key()));
        return new Tried(
                telling.text(checked.whole().get("name")),
                before.isEmpty(),
                draft.isPresent(),
                checked.isWhole() && before.isPresent()
                        ? ToldDifference.of(
                                Differences.between(before.get().whole(), checked.whole()),
                                before.get().whole(),
                                checked.whole(),
                                words)
                        : List.of(),
                told(checked, telling, false),
                told(checked, telling, true));
    }

    private Optional<KeptVersion> newest(String key) {
        return reading.all().stream().anyMatch(each -> each.key().equals(key) && each.newest() > 0)
                ? Optional.of(reading.published(key).getFirst())
                : Optional.empty();
    }

    private static List<ToldComplaint> told(Checked checked, Telling telling, boolean missing) {
        return checked.complaints().stream()
                .filter(each -> each.missing() == missing)
                .map(each -> new ToldComplaint(each.line(), telling.complaint(each)))
                .toList();
    }

    private String page(FormAgain again, @Nullable Tried tried, Model model) {
        model.addAttribute("again", again);
        model.addAttribute("tried", tried);
        return "programme/page/import";
    }

    private final class Taking implements Saving.Form {

        private final HttpServletRequest request;
        private final Model model;

        Taking(HttpServletRequest request, Model model) {
            this.request = request;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return sent.text("content").isEmpty()
                    ? FormErrors.none().with("", "programme.refusal.choose-file")
                    : FormErrors.none();
        }

        /** A draft that somebody else has changed meanwhile is no text to merge: what the file would do is shown anew. */
        @Override
        public String save(SentForm sent) {
            try {
                return "/programmes/" + takingIn.takeIn(content(sent), sent.version()) + "/draft";
            } catch (Refusal refusal) {
                throw refusal.kind() == Refusal.Kind.STALE ? Refusal.rule("programme.refusal.draft-changed") : refusal;
            }
        }

        @Override
        public String page(FormAgain again) {
            Checked checked = takingIn.check(content(again.form()));
            if (!checked.isWhole()) {
                return VariantFileController.this.page(again, null, model);
            }
            SentForm now = again.form().with(SentForm.VERSION, Integer.toString(revision(checked)));
            return VariantFileController.this.page(
                    new FormAgain(now, again.errors(), again.conflicts()), tried(checked, request), model);
        }

        private static byte[] content(SentForm sent) {
            return String.join("", sent.all("content")).getBytes(StandardCharsets.UTF_8);
        }
    }
}
