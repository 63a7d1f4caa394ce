package se.samverkan.programme.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.programme.file.Known;
import se.samverkan.programme.file.Spot;
import se.samverkan.programme.keeping.KeptVersion;
import se.samverkan.programme.keeping.TakingAway;
import se.samverkan.programme.keeping.VariantKeeping;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/**
 * The form of any part of a draft, by its path, and what is done to the lists in it. Two people who write in different fields
 * disturb nobody; who takes away what another has just changed is told so first.
 */
@Controller
@RequestMapping("/programmes/{key}/draft/part")
class VariantPartController {

    private final VariantKeeping keeping;
    private final TakingAway takingAway;
    private final Saving saving;
    private final SentForms sentForms;
    private final PageSource source;

    VariantPartController(
            VariantKeeping keeping, TakingAway takingAway, Saving saving, SentForms sentForms, PageSource source) {
        this.keeping = keeping;
        this.takingAway = takingAway;
        this.saving = saving;
        this.sentForms = sentForms;
        this.source = source;
    }

    @GetMapping
    String show(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String at,
            HttpServletRequest request,
            Model model) {
        KeptVersion draft = keeping.draft(key);
        SentForm form = form(draft, at).shown(draft.revision());
        return page(draft, at, FormAgain.shown(form), FormErrors.none(), request, model);
    }

    @PostMapping
    String save(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String at,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        keeping.draft(key);
        MultiValueMap<String, String> written = new LinkedMultiValueMap<>(fields);
        written.remove("at");
        return saving.save(SentForm.of(written), new OneForm(key, at, request, model), response);
    }

    @PostMapping("/things")
    String add(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String at,
            @RequestParam String list,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        String name = sent.text("new-" + list);
        return onPage(
                key,
                at,
                () -> {
                    ListEdit edit = new ListEdit(keeping.draft(key).whole(), at, list);
                    String made = edit.newKey(name);
                    keeping.changeNow(key, whole -> new ListEdit(whole, at, list).added(made, name));
                    return address(key, at.isEmpty() ? list + "/" + made : at + "/" + list + "/" + made);
                },
                sent,
                request,
                response,
                model);
    }

    @PostMapping("/place")
    String move(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String at,
            @RequestParam String list,
            @RequestParam String thing,
            @RequestParam boolean up,
            @RequestParam String seen,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return onPage(
                key,
                at,
                () -> {
                    keeping.changeNow(key, whole -> {
                        ListEdit edit = new ListEdit(whole, at, list);
                        requireSame(seen, edit.orderMark());
                        return edit.moved(thing, up);
                    });
                    return address(key, at) + "#list-" + list;
                },
                SentForm.of(fields),
                request,
                response,
                model);
    }

    @PostMapping("/removal")
    String remove(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String at,
            @RequestParam String list,
            @RequestParam String thing,
            @RequestParam String seen,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String within = at.isEmpty() ? list + "/" + thing : at + "/" + list + "/" + thing;
        return onPage(
                key,
                within,
                () -> {
                    takingAway.takeAway(key, whole -> {
                        ListEdit edit = new ListEdit(whole, at, list);
                        requireSame(seen, ListEdit.mark(edit.thing(thing)));
                        return edit.without(thing);
                    });
                    return part(key, at) + "#taken-away";
                },
                SentForm.of(fields),
                request,
                response,
                model);
    }

    /** Puts something back that was taken away by mistake. */
    @PostMapping("/restoration")
    String putBack(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String at,
            @RequestParam long taken,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Supplier<String> deed = () -> part(key, takingAway.putBack(key, taken));
        return onPage(key, at, deed, SentForm.of(fields), request, response, model);
    }

    private static void requireSame(String seen, String now) {
        if (!seen.equals(now)) {
            throw Refusal.stale();
        }
    }

    /** Does what a button says, once; a rule that says no, or a change by another, is told on the page it stands on. */
    private String onPage(
            String key,
            String at,
            Supplier<String> deed,
            SentForm sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        KeptVersion draft = keeping.draft(key);
        try {
            return "redirect:" + sentForms.once(sent.token(), deed);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE && refusal.kind() != Refusal.Kind.STALE) {
                throw refusal;
            }
            response.setStatus(refusal.kind() == Refusal.Kind.RULE ? 422 : 409);
            String there = Spot.find(draft.whole(), at).isPresent() ? at : "";
            SentForm form = form(draft, there).shown(draft.revision());
            return page(draft, there, FormAgain.shown(form), FormErrors.of(refusal), request, model);
        }
    }

    private PartForm form(KeptVersion draft, String at) {
        Spot spot = Spot.find(draft.whole(), at).orElseThrow(Refusal::notSeen);
        return new PartForm(spot, Rolewise.roles(draft.asVariant()));
    }

    private String page(
            KeptVersion draft,
            String at,
            FormAgain again,
            FormErrors ofLists,
            HttpServletRequest request,
            Model model) {
        Spot spot = Spot.find(draft.whole(), at).orElseThrow(Refusal::notSeen);
        Known known = keeping.known();
        Telling telling = new Telling(source.of(request).words(), draft.whole());
        model.addAttribute(
                "part",
                new PartPage(
                        draft,
                        spot,
                        form(draft, at),
                        known,
                        telling,
                        Rolewise.roles(draft.asVariant()),
                        keeping.inherited(draft),
                        takingAway.takenAway(draft, at)));
        model.addAttribute("again", again);
        model.addAttribute("errors", ofLists.isEmpty() ? again.errors() : ofLists);
        return "programme/page/part";
    }

    static String address(String key, String at) {
        return at.isEmpty() ? "/programmes/" + key + "/draft" : part(key, at);
    }

    /** The page of a part, also of the whole, with its lists. */
    private static String part(String key, String at) {
        return "/programmes/" + key + "/draft/part"
                + (at.isEmpty()
                        ? ""
                        : "?at=" + URLEncoder.encode(at, StandardCharsets.UTF_8).replace("%2F", "/"));
    }

    /** The form of one part. */
    private final class OneForm implements Saving.Form {

        private final String key;
        private final String at;
        private final HttpServletRequest request;
        private final Model model;

        OneForm(String key, String at, HttpServletRequest request, Model model) {
            this.key = key;
            this.at = at;
            this.request = request;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return form(keeping.draft(key), at).errors(sent);
        }

        @Override
        public String save(SentForm sent) {
            keeping.change(
                    key,
                    sent.version(),
                    whole -> Spot.find(whole, at)
                            .orElseThrow(Refusal::stale)
                            .with(group -> form(keeping.draft(key), at).group(sent)));
            int above = at.lastIndexOf('/', Math.max(0, at.lastIndexOf('/') - 1));
            return address(key, above < 0 ? "" : at.substring(0, above));
        }

        @Override
        public SentForm now() {
            KeptVersion draft = keeping.draft(key);
            return form(draft, at).shown(draft.revision());
        }

        @Override
        public List<Compared> compared() {
            return form(keeping.draft(key), at).compared();
        }

        @Override
        public String page(FormAgain again) {
            return VariantPartController.this.page(keeping.draft(key), at, again, FormErrors.none(), request, model);
        }
    }
}
