package se.samverkan.statistics.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.Progress;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.Imports;
import se.samverkan.statistics.Receipt;
import se.samverkan.statistics.Receipt.Outcome;
import se.samverkan.statistics.ReceiptJson;

/**
 * Imports over the API: a file as the body or as a part called {@code file}, with a token that may import figures.
 *
 * <p>201 and the receipt when it was taken in; 200 when it was only tried out or is known already; 422 as problem details
 * that carry the whole receipt when it was refused, 503 when it came to nothing through no fault of the file.
 */
@RestController
@RequestMapping("/api/v1/imports")
class ImportApiController {

    private final Imports imports;
    private final Rights rights;
    private final PageSource pages;

    ImportApiController(Imports imports, Rights rights, PageSource pages) {
        this.imports = imports;
        this.rights = rights;
        this.pages = pages;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Map<String, Object>> takePart(
            @RequestParam("file") MultipartFile file,
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            HttpServletRequest request)
            throws IOException {
        rights.requireEverywhere(Verb.IMPORT_FIGURES);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (InputStream content = file.getInputStream()) {
            return take(content, name, dryRun, request);
        }
    }

    /** A form's own encoding would have been taken apart before we see it, so that one is not accepted. */
    @PostMapping(consumes = "!multipart/form-data")
    ResponseEntity<Map<String, Object>> takeBody(
            @RequestParam(name = "dry-run", defaultValue = "false") boolean dryRun,
            @RequestParam(name = "name", required = false) String name,
            HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        rights.requireEverywhere(Verb.IMPORT_FIGURES);
        refuseForm(request);
        return take(request.getInputStream(), nameOf(name, request), dryRun, request);
    }

    private static void refuseForm(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            throw new HttpMediaTypeNotSupportedException(type);
        }
    }

    @GetMapping("/{id}")
    Map<String, Object> show(@PathVariable UUID id, HttpServletRequest request) {
        return ReceiptJson.of(imports.receipt(id), words(request));
    }

    private ResponseEntity<Map<String, Object>> take(
            InputStream content, String name, boolean dryRun, HttpServletRequest request) {
        Receipt receipt = dryRun
                ? imports.tryOut(content, name, Progress.Watcher.NOBODY)
                : imports.take(content, name, Progress.Watcher.NOBODY);
        Map<String, Object> json = ReceiptJson.of(receipt, words(request));
        URI address = URI.create("/api/v1/imports/" + receipt.id());
        if (receipt.isRefused()) {
            HttpStatus refusal = receipt.outcome() == Outcome.FAILED
                    ? HttpStatus.SERVICE_UNAVAILABLE
                    : HttpStatus.UNPROCESSABLE_CONTENT;
            return ResponseEntity.status(refusal)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .location(address)
                    .body(problem(json, refusal, address));
        }
        HttpStatus status = receipt.outcome() == Outcome.DONE ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).location(address).body(json);
    }

    private static Map<String, Object> problem(Map<String, Object> receipt, HttpStatus status, URI address) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", receipt.get("message"));
        problem.put("status", status.value());
        problem.put("instance", address.toString());
        problem.putAll(receipt);
        return problem;
    }

    private static String nameOf(@org.jspecify.annotations.Nullable String name, HttpServletRequest request) {
        String disposition = request.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        if (name != null || disposition == null) {
            return Objects.requireNonNullElse(name, "");
        }
        return Objects.requireNonNullElse(ContentDisposition.parse(disposition).getFilename(), "");
    }

    private Words words(HttpServletRequest request) {
        return pages.of(request).words();
    }
}
