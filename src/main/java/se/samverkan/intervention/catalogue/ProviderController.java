package se.samverkan.intervention.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.SentForm;

/** The page of a provider: its catalogue, as a file to take away, and a file taken in after it has been tried out. */
@Controller
@RequestMapping("/catalogue/providers/{key}")
class ProviderController {

    private static final MediaType CSV = MediaType.valueOf("text/csv;charset=UTF-8");
    private static final int LARGEST = 1_000_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Catalogue catalogue;
    private final CatalogueFile files;
    private final OnceOnPage once;
    private final PageSource source;
    private final TransactionTemplate reading;

    ProviderController(
            Catalogue catalogue,
            CatalogueFile files,
            OnceOnPage once,
            PageSource source,
            TransactionTemplate transactions) {
        this.catalogue = catalogue;
        this.files = files;
        this.once = once;
        this.source = source;
        this.reading = transactions;
    }

    /**
     * A file that has been tried out.
     *
     * @param content what it says
     * @param outcome what taking it in would do
     * @param lines what can be taken in, as a file of its own
     */
    record Tried(CatalogueFile.Content content, Catalogue.Outcome outcome, String lines) {}

    @GetMapping
    String show(@PathVariable String key, Model model) {
        return page(key, FormErrors.none(), Optional.empty(), model);
    }

    /** The catalogue as a file in the reader's language, in Unicode as a spreadsheet recognises it. */
    @GetMapping("/catalogue.csv")
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> file(@PathVariable String key, HttpServletRequest request) {
        List<EntryDraft> entries = catalogue.ofProvider(catalogue.provider(key)).stream()
                .map(EntryView::offer)
                .toList();
        String file = BYTE_ORDER_MARK + files.write(entries, source.of(request).words());
        return OnceOnPage.file("catalogue-" + key + ".csv", CSV, file.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/preview")
    String tryOut(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        ProviderView provider = catalogue.toWrite(key);
        try {
            if (file == null || file.isEmpty() || file.getSize() > LARGEST) {
                throw Refusal.rule("intervention.refusal.no-file");
            }
            CatalogueFile.Content content = files.read(file.getBytes());
            Tried tried = new Tried(
                    content,
                    catalogue.tryOut(provider, content.entries()),
                    files.write(content.entries(), source.of(request).words()));
            return page(key, FormErrors.none(), Optional.of(tried), model);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE && refusal.kind() != Refusal.Kind.MALFORMED) {
                throw refusal;
            }
            response.setStatus(422);
            return page(key, FormErrors.of(refusal), Optional.empty(), model);
        }
    }

    @PostMapping("/entries")
    String takeIn(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        ProviderView provider = catalogue.toWrite(key);
        SentForm sent = SentForm.of(fields);
        CatalogueFile.Content content = files.read(sent.text("lines").getBytes(StandardCharsets.UTF_8));
        return once.does(
                sent,
                () -> catalogue.takeIn(provider, content.entries(), sent.text("seen-catalogue")),
                provider.address(),
                errors -> page(key, errors, Optional.empty(), model),
                response);
    }

    private String page(String key, FormErrors errors, Optional<Tried> tried, Model model) {
        reading.executeWithoutResult(status -> {
            ProviderView provider = catalogue.provider(key);
            model.addAttribute("provider", provider);
            model.addAttribute("entries", catalogue.ofProvider(provider));
        });
        model.addAttribute("errors", errors);
        model.addAttribute("tried", tried);
        return "intervention/catalogue/provider";
    }
}
