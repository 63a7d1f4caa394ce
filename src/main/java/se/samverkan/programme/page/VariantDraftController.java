package se.samverkan.programme.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Names;
import se.samverkan.programme.file.Complaint;
import se.samverkan.programme.file.Differences;
import se.samverkan.programme.file.Inheritance;
import se.samverkan.programme.file.Spot;
import se.samverkan.programme.keeping.KeptVersion;
import se.samverkan.programme.keeping.VariantKeeping;
import se.samverkan.programme.keeping.VariantReading;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.SentForm;
import se.samverkan.shared.page.Words;

/** The draft of a variant: how far it has come, a preview, and its publication. */
@Controller
@RequestMapping("/programmes/{key}/draft")
class VariantDraftController {

    private static final List<String> MEETS_FIRST = List.of("EDUCATION_DIRECTOR", "HEAD_TEACHER");

    private final VariantReading reading;
    private final VariantKeeping keeping;
    private final Names names;
    private final SentForms sentForms;
    private final PageSource source;

    VariantDraftController(
            VariantReading reading, VariantKeeping keeping, Names names, SentForms sentForms, PageSource source) {
        this.reading = reading;
        this.keeping = keeping;
        this.names = names;
        this.sentForms = sentForms;
        this.source = source;
    }

    /** Something that is wrong or missing, with the way to where it is mended. */
    record Gap(String text, String at) {}

    @GetMapping
    String show(@PathVariable String key, HttpServletRequest request, Model model) {
        return page(key, FormErrors.none(), request, model);
    }

    @PostMapping
    String begin(@PathVariable String key, @RequestParam MultiValueMap<String, String> fields) {
        keeping.require();
        return once(fields, () -> keeping.beginNext(key), "/programmes/" + key + "/draft");
    }

    @GetMapping("/preview")
    String preview(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String role,
            HttpServletRequest request,
            Model model) {
        KeptVersion draft = keeping.draft(key);
        List<String> roles = Rolewise.roles(draft.asVariant());
        String shown = roles.contains(role)
                ? role
                : roles.stream().filter(MEETS_FIRST::contains).findFirst().orElse("HEAD_TEACHER");
        model.addAttribute("draft", draft);
        model.addAttribute("telling", telling(draft, request));
        model.addAttribute("roles", roles);
        model.addAttribute("seen", Rolewise.of(draft.asVariant(), shown));
        return "programme/page/preview";
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> file(@PathVariable String key) {
        return ProgrammesController.file(keeping.draft(key), false);
    }

    @PostMapping("/publication")
    String publish(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        keeping.draft(key);
        SentForm sent = SentForm.of(fields);
        return onPage(
                key,
                fields,
                () -> keeping.publish(key, sent.version(), sent.text("reason")),
                "/programmes/" + key,
                request,
                response,
                model);
    }

    @PostMapping("/parent")
    String moveToParent(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        KeptVersion draft = keeping.draft(key);
        SentForm sent = SentForm.of(fields);
        int newer = reading.newerParent(draft).map(KeptVersion::version).orElseThrow(Refusal::notSeen);
        return onPage(
                key,
                fields,
                () -> keeping.moveToParent(key, sent.version(), newer),
                address(key),
                request,
                response,
                model);
    }

    @PostMapping("/discarding")
    String discard(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        keeping.draft(key);
        SentForm sent = SentForm.of(fields);
        return onPage(key, fields, () -> keeping.discard(key, sent.version()), "/programmes", request, response, model);
    }

    private String onPage(
            String key,
            MultiValueMap<String, String> fields,
            Runnable deed,
            String address,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            return once(fields, deed, address);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE && refusal.kind() != Refusal.Kind.STALE) {
                throw refusal;
            }
            response.setStatus(refusal.kind() == Refusal.Kind.RULE ? 422 : 409);
            return page(key, FormErrors.of(refusal), request, model);
        }
    }

    private String once(MultiValueMap<String, String> fields, Runnable deed, String address) {
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    deed.run();
                    return address;
                });
    }

    private String page(String key, FormErrors errors, HttpServletRequest request, Model model) {
        KeptVersion draft = keeping.draft(key);
        Words words = source.of(request).words();
        Telling telling = telling(draft, request);
        model.addAttribute("draft", draft);
        model.addAttribute("errors", errors);
        model.addAttribute("telling", telling);
        model.addAttribute("changedBy", names.of(List.of(draft.changedBy())).get(draft.changedBy()));
        model.addAttribute("gaps", gaps(draft, telling));
        Optional<KeptVersion> before =
                draft.version() > 1 ? reading.published(key).stream().findFirst() : Optional.empty();
        model.addAttribute("since", before.map(KeptVersion::version).orElse(0));
        Optional<Map<String, Object>> compared = before.map(KeptVersion::whole).or(() -> reading.parent(draft));
        model.addAttribute(
                "changes", compared.map(old -> told(old, draft.whole(), words)).orElse(List.of()));
        Optional<KeptVersion> newer = reading.newerParent(draft);
        model.addAttribute("newerParent", newer.orElse(null));
        model.addAttribute(
                "moving",
                newer.map(parent -> told(
                                draft.whole(), Inheritance.whole(parent.whole(), draft.content(), lost -> {}), words))
                        .orElse(List.of()));
        return "programme/page/draft";
    }

    private static List<ToldDifference> told(Map<String, Object> before, Map<String, Object> after, Words words) {
        return ToldDifference.of(Differences.between(before, after), before, after, words);
    }

    private static List<Gap> gaps(KeptVersion draft, Telling telling) {
        return VariantKeeping.broken(draft).stream()
                .map(each -> new Gap(telling.complaint(each), place(draft, each)))
                .toList();
    }

    /** The form in which something is mended: the innermost group on the way to it. */
    private static String place(KeptVersion draft, Complaint complaint) {
        String at = complaint.path();
        while (!at.isEmpty() && Spot.find(draft.whole(), at).isEmpty()) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return at;
    }

    private Telling telling(KeptVersion draft, HttpServletRequest request) {
        return new Telling(source.of(request).words(), draft.whole());
    }

    private static String address(String key) {
        return "/programmes/" + key + "/draft";
    }
}
