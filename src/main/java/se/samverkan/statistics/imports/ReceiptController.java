package se.samverkan.statistics.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
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
    private final Patience patience;

    ReceiptController(Imports imports, Rights rights, RecordLog log, Patience patience) {
        this.imports = imports;
        this.rights = rights;
        this.log = log;
        this.patience = patience;
    }

    /** The receipt, or how far its file has come; a script that asks again gets that part, and then the page anew. */
    @GetMapping("/imports/{id}")
    ModelAndView show(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) Optional<String> script,
            HttpServletResponse response) {
        Receipt receipt = imports.receipt(id);
        if (receipt.isReceived()) {
            String part = script.isPresent() ? "statistics/imports/reading" : "statistics/imports/received";
            return new ModelAndView(part, Map.of("receipt", receipt, "progress", imports.progress(id)));
        }
        if (script.isPresent()) {
            response.setHeader("HX-Refresh", "true");
        }
        List<RecordLog.Line> happened = log.of("import", id.toString(), 20);
        ReceiptPage view = new ReceiptPage(receipt, rights.allowEverywhere(Verb.IMPORT_FIGURES), happened);
        return new ModelAndView("statistics/imports/receipt", "view", view);
    }

    @PostMapping("/imports/{id}/taking")
    String take(@PathVariable UUID id) {
        return shown(imports.takeTriedOut(id));
    }

    @PostMapping("/imports/{id}/reading")
    String readAgain(@PathVariable UUID id) {
        imports.readAgain(id);
        return shown(id);
    }

    private String shown(UUID receipt) {
        patience.waitFor(receipt);
        return "redirect:/imports/" + receipt;
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
