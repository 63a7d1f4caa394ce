package se.samverkan.programme.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samverkan.access.Names;
import se.samverkan.programme.file.Differences;
import se.samverkan.programme.file.FileWriting;
import se.samverkan.programme.file.VariantFile.Parent;
import se.samverkan.programme.file.VariantSchema;
import se.samverkan.programme.keeping.KeptVersion;
import se.samverkan.programme.keeping.VariantKeeping;
import se.samverkan.programme.keeping.VariantReading;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.page.PageSource;

/** The variants for everybody who is signed in: which there are, what each says, its versions, and it all as a file. */
@Controller
@RequestMapping("/programmes")
class ProgrammesController {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);
    private static final int MOST_LINES = 100;

    private final VariantReading reading;
    private final VariantKeeping keeping;
    private final Names names;
    private final RecordLog log;
    private final PageSource source;

    ProgrammesController(
            VariantReading reading, VariantKeeping keeping, Names names, RecordLog log, PageSource source) {
        this.reading = reading;
        this.keeping = keeping;
        this.names = names;
        this.log = log;
        this.source = source;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("variants", reading.all());
        model.addAttribute("mayKeep", keeping.mayKeep());
        return "programme/page/programmes";
    }

    @GetMapping("/{key}")
    String show(
            @PathVariable String key,
            @RequestParam Optional<Integer> version,
            HttpServletRequest request,
            Model model) {
        List<KeptVersion> all = reading.published(key);
        KeptVersion shown = version.isPresent() ? reading.published(key, version.get()) : all.getFirst();
        Telling telling = telling(request, shown);
        model.addAttribute("version", shown);
        model.addAttribute("newest", all.getFirst().version());
        model.addAttribute("telling", telling);
        model.addAttribute(
                "parent", shown.parent().map(each -> parent(each, request)).orElse(null));
        model.addAttribute(
                "changes",
                reading.parent(shown)
                        .map(parent -> told(parent, shown.whole(), request))
                        .orElse(List.of()));
        model.addAttribute("mayKeep", keeping.mayKeep());
        model.addAttribute(
                "hasDraft", keeping.mayKeep() && keeping.findDraft(key).isPresent());
        model.addAttribute("log", keeping.mayKeep() ? log.of("variant", key, MOST_LINES) : List.of());
        return "programme/page/programme";
    }

    /** What a version inherits from, by its name. */
    record ParentName(Parent parent, String name) {}

    private ParentName parent(Parent parent, HttpServletRequest request) {
        return new ParentName(
                parent, reading.listed(parent.variant()).name(source.of(request).locale()));
    }

    @GetMapping("/{key}/versions")
    String versions(@PathVariable String key, HttpServletRequest request, Model model) {
        List<KeptVersion> all = reading.published(key);
        model.addAttribute("versions", all);
        model.addAttribute("telling", telling(request, all.getFirst()));
        model.addAttribute("names", names.of(publishers(all)));
        return "programme/page/versions";
    }

    private static Set<Long> publishers(List<KeptVersion> all) {
        Set<Long> people = new LinkedHashSet<>();
        all.forEach(each -> each.publication().ifPresent(published -> people.add(published.by())));
        return people;
    }

    @GetMapping("/{key}/differences")
    String differences(
            @PathVariable String key,
            @RequestParam int from,
            @RequestParam int to,
            HttpServletRequest request,
            Model model) {
        KeptVersion before = reading.published(key, from);
        KeptVersion after = reading.published(key, to);
        model.addAttribute("versions", reading.published(key));
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute("telling", telling(request, after));
        model.addAttribute("changes", told(before.whole(), after.whole(), request));
        return "programme/page/differences";
    }

    @GetMapping("/{key}/file")
    ResponseEntity<byte[]> file(
            @PathVariable String key,
            @RequestParam Optional<Integer> version,
            @RequestParam(defaultValue = "false") boolean whole) {
        KeptVersion written = version.isPresent()
                ? reading.published(key, version.get())
                : reading.published(key).getFirst();
        return file(written, whole);
    }

    /** A version as a file; as a whole it inherits from nothing. */
    static ResponseEntity<byte[]> file(KeptVersion version, boolean whole) {
        String text = whole
                ? FileWriting.text(Optional.empty(), version.whole())
                : FileWriting.text(version.parent(), version.content());
        return ResponseEntity.ok()
                .contentType(YAML)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(version.variant() + "-" + version.version() + ".yaml")
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/schema.json")
    @ResponseBody
    Map<String, Object> schema(HttpServletRequest request) {
        var words = source.of(request).words();
        return new VariantSchema(keeping.known(), (group, part) -> words.text("programme.field." + group + "." + part))
                .schema();
    }

    private Telling telling(HttpServletRequest request, KeptVersion version) {
        return new Telling(source.of(request).words(), version.whole());
    }

    private List<ToldDifference> told(
            Map<String, Object> before, Map<String, Object> after, HttpServletRequest request) {
        return ToldDifference.of(
                Differences.between(before, after),
                before,
                after,
                source.of(request).words());
    }
}
