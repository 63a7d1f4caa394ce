package se.samverkan.access.extract;

import java.time.Clock;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.extract.Extracts.Extract;
import tools.jackson.databind.ObjectMapper;

/** Extracts about people: find the person, read what is held, take it away as data. */
@Controller
@RequestMapping("/extracts")
class ExtractController {

    private final Extracts extracts;
    private final ObjectMapper json;
    private final Clock clock;

    ExtractController(Extracts extracts, ObjectMapper json, Clock clock) {
        this.extracts = extracts;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping
    String find(@RequestParam(defaultValue = "") String letters, Model model) {
        model.addAttribute("letters", letters);
        model.addAttribute("found", extracts.find(letters));
        return "access/extract/find";
    }

    @GetMapping("/{person}")
    String read(@PathVariable long person, Model model) {
        model.addAttribute("extract", extracts.make(person));
        model.addAttribute("at", clock.instant());
        return "access/extract/extract";
    }

    @GetMapping("/{person}/data")
    ResponseEntity<byte[]> data(@PathVariable long person) {
        Extract extract = extracts.make(person);
        String file = ContentDisposition.attachment()
                .filename("extract-" + person + ".json")
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file)
                .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(extract));
    }
}
