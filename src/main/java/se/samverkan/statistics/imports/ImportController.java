package se.samverkan.statistics.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import se.samverkan.statistics.Receipt;
import se.samverkan.statistics.Sync;

/** The page of imports: the newest receipts, and a form that tries files out. */
@Controller
class ImportController {

    private static final int MOST = 50;
    private static final long MEGABYTE = 1024L * 1024;

    private final Imports imports;
    private final Sync sync;
    private final Rights rights;

    ImportController(Imports imports, Sync sync, Rights rights) {
        this.imports = imports;
        this.sync = sync;
        this.rights = rights;
    }

    @GetMapping("/imports")
    ModelAndView list() {
        return page(FormErrors.none());
    }

    /** Tries every file; one leads to its receipt, several to the list of them. */
    @PostMapping("/imports")
    ModelAndView tryOut(@RequestParam(name = "file", required = false) List<MultipartFile> files) throws IOException {
        rights.requireEverywhere(Verb.IMPORT_FIGURES);
        List<Receipt> receipts = new ArrayList<>();
        for (MultipartFile file : Objects.requireNonNullElse(files, List.<MultipartFile>of())) {
            if (!file.isEmpty()
                    || !Objects.requireNonNullElse(file.getOriginalFilename(), "")
                            .isEmpty()) {
                receipts.add(tryOut(file));
            }
        }
        if (receipts.isEmpty()) {
            ModelAndView again = page(FormErrors.none().with("file", "imports.none-chosen"));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        String to = receipts.size() == 1 ? "/imports/" + receipts.getFirst().id() : "/imports";
        return new ModelAndView("redirect:" + to);
    }

    private Receipt tryOut(MultipartFile file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            return imports.tryOut(content, Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        }
    }

    private ModelAndView page(FormErrors errors) {
        ImportsPage view = new ImportsPage(
                imports.newest(MOST),
                imports.layouts(),
                rights.allowEverywhere(Verb.IMPORT_FIGURES),
                SourceFile.LARGEST / MEGABYTE,
                errors,
                rights.allowEverywhere(Verb.IMPORT_FIGURES) ? sync.newest() : Optional.empty());
        return new ModelAndView("statistics/imports/list", "view", view);
    }
}
