package se.samverkan.records.register;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Address;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Pager;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** The register as a page, as a table to take away, and the number of a line from one's own registry. */
@Controller
@RequestMapping("/records/register")
class RegisterController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int ON_A_PAGE = 50;

    private final Register register;
    private final Rights rights;
    private final MessageSource messages;
    private final Saving saving;

    RegisterController(Register register, Rights rights, MessageSource messages, Saving saving) {
        this.register = register;
        this.rights = rights;
        this.messages = messages;
        this.saving = saving;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String direction,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        RegisterQuery query = new RegisterQuery(text.strip(), direction, from, to, sort);
        Register.Leaf leaf = register.read(query, Math.max(1, page), ON_A_PAGE);
        model.addAttribute("query", query);
        model.addAttribute("leaf", leaf);
        model.addAttribute("pager", new Pager(Math.max(1, page), ON_A_PAGE));
        model.addAttribute("address", address("/records/register", query));
        model.addAttribute("csv", address("/records/register/export.csv", query));
        model.addAttribute("xlsx", address("/records/register/export.xlsx", query));
        model.addAttribute("mayKeep", rights.allow(Verb.KEEP_REGISTER));
        return "records/register/register";
    }

    private static String address(String path, RegisterQuery query) {
        return Address.of(path)
                .with("text", query.text())
                .with("direction", query.direction())
                .with("from", query.from())
                .with("to", query.to())
                .with("sort", query.sort())
                .toString();
    }

    @GetMapping("/export.{format}")
    void export(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String direction,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String sort,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        rights.require(Verb.READ_REGISTER);
        boolean csv = format.equals("csv");
        if (!csv && !format.equals("xlsx")) {
            throw Refusal.notSeen();
        }
        response.setContentType(csv ? "text/csv;charset=UTF-8" : XLSX);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("register." + format)
                        .build()
                        .toString());
        RegisterQuery query = new RegisterQuery(text.strip(), direction, from, to, sort);
        RegisterExport export = new RegisterExport(new Words(messages, locale));
        if (csv) {
            export.csv(register, query, response.getOutputStream());
        } else {
            export.xlsx(register, query, response.getOutputStream());
        }
    }

    @GetMapping("/{share}/{organisation}")
    String line(@PathVariable long share, @PathVariable long organisation, Model model) {
        RegisterLine line = register.line(share, organisation);
        return new OneForm(line, model).page(FormAgain.shown(SentForm.empty().with("number", line.number())));
    }

    @PostMapping("/{share}/{organisation}")
    String type(
            @PathVariable long share,
            @PathVariable long organisation,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        RegisterLine line = register.line(share, organisation);
        return saving.save(SentForm.of(fields), new OneForm(line, model), response);
    }

    private final class OneForm implements Saving.Form {

        private final RegisterLine line;
        private final Model model;

        OneForm(RegisterLine line, Model model) {
            this.line = line;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return sent.text("number").isEmpty()
                    ? FormErrors.none().with("number", "register.refusal.number")
                    : FormErrors.none();
        }

        @Override
        public String save(SentForm sent) {
            register.type(line.share(), line.organisation(), sent.text("number"));
            return "/records/register";
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("line", line);
            model.addAttribute("mayKeep", rights.allow(Verb.KEEP_REGISTER, line.organisation()));
            model.addAttribute("again", again);
            return "records/register/line";
        }
    }
}
