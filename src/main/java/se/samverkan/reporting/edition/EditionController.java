package se.samverkan.reporting.edition;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.records.rendition.PdfDocument;
import se.samverkan.records.rendition.WordDocument;
import se.samverkan.reporting.aggregate.NamedTable;
import se.samverkan.reporting.edition.Edition.Part;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** One yearly report: reading it, writing in it, pulling figures in, handing it in, and taking it away. */
@Controller
@RequestMapping("/editions/{id}")
class EditionController {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final String TEXT = "text-";

    private final Editions editions;
    private final EditionPapers papers;
    private final Saving saving;
    private final OnceOnPage once;
    private final MessageSource messages;
    private final TransactionTemplate transactions;
    private final Clock clock;

    EditionController(
            Editions editions,
            EditionPapers papers,
            Saving saving,
            OnceOnPage once,
            MessageSource messages,
            TransactionTemplate transactions,
            Clock clock) {
        this.editions = editions;
        this.papers = papers;
        this.saving = saving;
        this.once = once;
        this.messages = messages;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(id, FormAgain.shown(form(read(id))), model);
    }

    private Edition read(long id) {
        return Objects.requireNonNull(transactions.execute(status -> editions.edition(id)));
    }

    private static SentForm form(Edition edition) {
        SentForm form = SentForm.ofVersion(edition.version());
        for (Part part : edition.parts()) {
            form = form.with(TEXT + part.key(), part.words());
        }
        return form;
    }

    private String page(long id, FormAgain again, Model model) {
        transactions.executeWithoutResult(status -> {
            Edition edition = editions.edition(id);
            model.addAttribute("edition", edition);
            model.addAttribute("changes", EditionChange.between(edition, editions.before(edition)));
            model.addAttribute("writes", editions.writes(edition) && edition.isWritten());
            model.addAttribute("handsIn", editions.handsIn(edition) && edition.isWritten());
            model.addAttribute("given", again.errors().has(Editions.GIVES_AWAY) ? editions.givenAway(id) : List.of());
        });
        model.addAttribute("again", again);
        return "reporting/edition/edition";
    }

    @PostMapping
    String write(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Writing(read(id), model), response);
    }

    private final class Writing implements Saving.Form {

        private final Edition edition;
        private final Model model;
        private final String[] fields;

        Writing(Edition edition, Model model) {
            this.edition = edition;
            this.model = model;
            this.fields =
                    edition.parts().stream().map(part -> TEXT + part.key()).toArray(String[]::new);
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FreeText.errors(FormErrors.none(), sent, fields);
        }

        @Override
        public String save(SentForm sent) {
            Map<String, String> texts = edition.parts().stream()
                    .map(Part::key)
                    .collect(Collectors.toMap(key -> key, key -> sent.text(TEXT + key)));
            editions.write(
                    edition.id(),
                    sent.version(),
                    texts,
                    new FreeText(String.join("\n", texts.values()), sent.text(FreeText.REASON_FIELD)));
            return edition.address();
        }

        @Override
        public SentForm now() {
            return form(read(edition.id()));
        }

        @Override
        public List<Compared> compared() {
            return edition.parts().stream()
                    .map(part -> Compared.text(TEXT + part.key()))
                    .toList();
        }

        @Override
        public String page(FormAgain again) {
            return EditionController.this.page(edition.id(), again, model);
        }
    }

    @PostMapping("/figures")
    String pullIn(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(id, fields, response, model, sent -> editions.pullIn(id, sent.version()));
    }

    @PostMapping("/handing-in")
    String handIn(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(id, fields, response, model, sent -> editions.handIn(id, sent.version()));
    }

    private String does(
            long id,
            MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            Consumer<SentForm> deed) {
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> deed.accept(sent),
                "/editions/" + id,
                errors -> page(id, new FormAgain(form(read(id)), errors, List.of()), model),
                response);
    }

    /** The report as a document, before it is handed in too. */
    @GetMapping("/report.{format}")
    ResponseEntity<byte[]> document(@PathVariable long id, @PathVariable String format) {
        Edition edition = read(id);
        String name = "arsrapport-" + edition.year() + "." + format;
        return switch (format) {
            case "pdf" ->
                OnceOnPage.file(
                        name, MediaType.APPLICATION_PDF, PdfDocument.write(papers.rendition(edition, clock.instant())));
            case "docx" -> OnceOnPage.file(name, WORD, WordDocument.write(papers.rendition(edition, clock.instant())));
            default -> throw Refusal.notSeen();
        };
    }

    /** One of its tables, as it was pulled in. */
    @GetMapping("/tables/{topic}.{format}")
    ResponseEntity<byte[]> table(
            @PathVariable long id, @PathVariable String topic, @PathVariable String format, Locale locale) {
        NamedTable table = read(id).tables().get(topic);
        if (table == null) {
            throw Refusal.notSeen();
        }
        Words words = new Words(messages, locale);
        return switch (format) {
            case "csv" ->
                OnceOnPage.file(topic + ".csv", CSV, papers.file(table, words).csv(words));
            case "xlsx" ->
                OnceOnPage.file(topic + ".xlsx", XLSX, papers.file(table, words).xlsx());
            default -> throw Refusal.notSeen();
        };
    }
}
