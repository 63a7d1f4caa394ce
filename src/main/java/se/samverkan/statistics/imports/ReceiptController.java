package se.samverkan.statistics.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.RecordLog;
import se.samverkan.statistics.Imports;
import se.samverkan.statistics.Receipt;

/** One receipt: to read, to take the file in from, and to take its annotated copy away. */
@Controller
class ReceiptController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Imports imports;
    private final Rights rights;
    private final RecordLog log;

    ReceiptController(Imports imports, Rights rights, RecordLog log) {
        this.imports = imports;
        this.rights = rights;
        this.log = log;
    }

    @GetMapping("/imports/{id}")
    ModelAndView show(@PathVariable UUID id) {
        Receipt receipt = imports.receipt(id);
        List<RecordLog.Line> happened = log.of("import", id.toString(), 20);
        ReceiptPage view = new ReceiptPage(receipt, rights.allowEverywhere(Verb.IMPORT_FIGURES), happened);
        return new ModelAndView("statistics/imports/receipt", "view", view);
    }

    @PostMapping("/imports/{id}/taking")
    String take(@PathVariable UUID id) {
        return "redirect:/imports/" + imports.takeTriedOut(id).id();
    }

    @GetMapping("/imports/{id}/annotated.csv")
    ResponseEntity<byte[]> annotated(@PathVariable UUID id) {
        Receipt receipt = imports.receipt(id);
        String name = receipt.fileName().replaceFirst("\\.[^.]*$", "") + " – "
                + id.toString().substring(0, 8) + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(imports.annotated(id));
    }
}
