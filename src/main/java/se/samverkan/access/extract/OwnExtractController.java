package se.samverkan.access.extract;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.shared.page.PageSource;
import tools.jackson.databind.ObjectMapper;

/** What is held about oneself: read, and taken away as a text or as data, without asking anybody. */
@Controller
@RequestMapping("/me/extract")
class OwnExtractController {

    private final Extracts extracts;
    private final PageSource source;
    private final ObjectMapper json;
    private final Clock clock;

    OwnExtractController(Extracts extracts, PageSource source, ObjectMapper json, Clock clock) {
        this.extracts = extracts;
        this.source = source;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping
    String read(Model model) {
        model.addAttribute("extract", extracts.own());
        model.addAttribute("at", clock.instant());
        return "access/extract/own";
    }

    @GetMapping("/text")
    ResponseEntity<byte[]> text(HttpServletRequest request) {
        String text = new ExtractText(source.of(request).words()).of(extracts.own(), clock.instant());
        return file(
                "extract.txt",
                new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/data")
    ResponseEntity<byte[]> data() {
        return file(
                "extract.json",
                MediaType.APPLICATION_JSON,
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(extracts.own()));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
