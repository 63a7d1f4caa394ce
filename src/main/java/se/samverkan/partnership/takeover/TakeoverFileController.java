package se.samverkan.partnership.takeover;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.partnership.takeover.TakingOverFiles.Invited;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** Takes over a case from a file: an empty one to fill in, a trial that says row by row what it brings, and one button. */
@Controller
@RequestMapping("/partnerships/takeover/file")
class TakeoverFileController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final TakingOver takingOver;
    private final TakingOverFiles files;
    private final Saving saving;
    private final MessageSource messages;

    TakeoverFileController(TakingOver takingOver, TakingOverFiles files, Saving saving, MessageSource messages) {
        this.takingOver = takingOver;
        this.files = files;
        this.saving = saving;
        this.messages = messages;
    }

    @GetMapping
    String choose(Model model) {
        takingOver.owners();
        return page(FormErrors.none(), model);
    }

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> workbook(Locale locale) {
        takingOver.owners();
        return OnceOnPage.file("samverkan.xlsx", XLSX, new FileTemplate(new Words(messages, locale)).xlsx());
    }

    @GetMapping("/template.csv")
    ResponseEntity<byte[]> csv(Locale locale) {
        takingOver.owners();
        return OnceOnPage.file("samverkan.csv", CSV, new FileTemplate(new Words(messages, locale)).csv());
    }

    /** Reads the file and says what it would bring; the page carries it to be taken over. */
    @PostMapping("/trial")
    String tryOut(
            @RequestParam(required = false) @Nullable MultipartFile file, HttpServletResponse response, Model model)
            throws IOException {
        takingOver.owners();
        if (file == null || file.isEmpty()) {
            return refused(Refusal.rule("partnership.takeover.file.refusal.none"), response, model);
        }
        if (file.getSize() > TakingOverFiles.MEGABYTES * 1024 * 1024) {
            return refused(
                    Refusal.rule("partnership.takeover.file.refusal.large", TakingOverFiles.MEGABYTES),
                    response,
                    model);
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return shown(name, file.getBytes(), FormErrors.none(), response, model);
    }

    @PostMapping
    String take(@RequestParam MultiValueMap<String, String> fields, HttpServletResponse response, Model model) {
        takingOver.owners();
        SentForm sent = SentForm.of(fields);
        OneFile form = new OneFile(sent.text("name"), decoded(sent.text("content")), response, model);
        String view = saving.save(sent, form, response);
        if (form.invited.isEmpty()) {
            return view;
        }
        model.addAttribute("invited", form.invited);
        model.addAttribute("address", view.replace("redirect:", ""));
        return "partnership/takeover/taken";
    }

    /** A file that has been tried out. */
    private final class OneFile implements Saving.Form {

        private final String name;
        private final byte[] content;
        private final HttpServletResponse response;
        private final Model model;
        private List<Invited> invited = List.of();

        OneFile(String name, byte[] content, HttpServletResponse response, Model model) {
            this.name = name;
            this.content = content;
            this.response = response;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FormErrors.none();
        }

        @Override
        public String save(SentForm sent) {
            TakingOverFiles.Taken taken = files.take(name, content);
            invited = taken.invited();
            return "/partnerships/" + taken.partnership();
        }

        @Override
        public String page(FormAgain again) {
            return shown(name, content, again.errors(), response, model);
        }
    }

    private String shown(String name, byte[] content, FormErrors errors, HttpServletResponse response, Model model) {
        Trial trial;
        try {
            trial = files.tryOut(name, content);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE) {
                throw refusal;
            }
            return refused(refusal, response, model);
        }
        if (trial.plan().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("trial", trial);
        model.addAttribute("name", name);
        model.addAttribute("content", Base64.getEncoder().encodeToString(content));
        return page(errors, model);
    }

    private static String refused(Refusal refusal, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(FormErrors.none().with("file", refusal.reason(), refusal.details()), model);
    }

    private static String page(FormErrors errors, Model model) {
        model.addAttribute("errors", errors);
        return "partnership/takeover/file";
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw Refusal.malformed("refusal.form-incomplete");
        }
    }
}
