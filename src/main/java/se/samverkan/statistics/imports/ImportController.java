package se.samverkan.statistics.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.statistics.Imports;
import se.samverkan.statistics.Sync;

/** The page of imports: the newest receipts of files and of fetches, and a form that tries files out. */
@Controller
class ImportController {

    private static final int MOST = 50;
    private static final long MEGABYTE = 1024L * 1024;

    private final Imports imports;
    private final Sync sync;
    private final Rights rights;
    private final Patience patience;

    ImportController(Imports imports, Sync sync, Rights rights, Patience patience) {
        this.imports = imports;
        this.sync = sync;
        this.rights = rights;
        this.patience = patience;
    }

    @GetMapping("/imports")
    ModelAndView list() {
        return page(FormErrors.none());
    }

    /** Receives every file, to be tried out; one leads to its receipt, several to the list of them. */
    @PostMapping("/imports")
    ModelAndView receive(@RequestParam(name = "file", required = false) List<MultipartFile> files) throws IOException {
        rights.requireEverywhere(Verb.IMPORT_FIGURES);
        List<UUID> received = new ArrayList<>();
        for (MultipartFile file : Objects.requireNonNullElse(files, List.<MultipartFile>of())) {
            if (!file.isEmpty()
                    || !Objects.requireNonNullElse(file.getOriginalFilename(), "")
                            .isEmpty()) {
                received.add(receive(file));
            }
        }
        if (received.isEmpty()) {
            ModelAndView again = page(FormErrors.none().with("file", "imports.none-chosen"));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        patience.waitFor(received.getLast());
        return new ModelAndView("redirect:" + (received.size() == 1 ? "/imports/" + received.getFirst() : "/imports"));
    }

    private UUID receive(MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return imports.receive(content, Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        }
    }

    private ModelAndView page(FormErrors errors) {
        ImportsPage view = new ImportsPage(
                receipts(),
                imports.layouts(),
                rights.allowEverywhere(Verb.IMPORT_FIGURES),
                SourceFile.LARGEST / MEGABYTE,
                errors);
        return new ModelAndView("statistics/imports/list", "view", view);
    }

    /** Fetches belong to the whole installation: only those who read all imports see them. */
    private List<ReceiptLine> receipts() {
        Stream<ReceiptLine> files = imports.newest(MOST).stream().map(ReceiptLine::of);
        Stream<ReceiptLine> fetches = rights.allowEverywhere(Verb.READ_IMPORTS)
                ? sync.newest(MOST).stream().map(ReceiptLine::of)
                : Stream.empty();
        return Stream.concat(files, fetches)
                .sorted(Comparator.comparing(ReceiptLine::at).reversed())
                .limit(MOST)
                .toList();
    }
}
