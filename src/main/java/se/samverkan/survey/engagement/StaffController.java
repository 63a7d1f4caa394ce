package se.samverkan.survey.engagement;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.SentForm;

/** The staff list of a unit: a file or pasted lines, first as a preview that tells what is not taken in, then taken in. */
@Controller
@RequestMapping("/partnerships/{partnership}/staff/{unit}")
class StaffController {

    private static final int LARGEST = 1_000_000;

    private final Engagement engagement;
    private final OnceOnPage once;

    StaffController(Engagement engagement, OnceOnPage once) {
        this.engagement = engagement;
        this.once = once;
    }

    @GetMapping
    String show(@PathVariable long partnership, @PathVariable String unit, Model model) {
        return page(partnership, unit, FormErrors.none(), Optional.empty(), model);
    }

    @PostMapping("/preview")
    String preview(
            @PathVariable long partnership,
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String lines,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        engagement.toKeep(engagement.partnership(partnership), unit);
        byte[] content = file == null || file.isEmpty() ? StaffFile.bytes(lines.strip()) : file.getBytes();
        try {
            if (content.length == 0 || content.length > LARGEST) {
                throw Refusal.rule("survey.refusal.staff-nothing");
            }
            return page(
                    partnership,
                    unit,
                    FormErrors.none(),
                    Optional.of(StaffFile.read(content, engagement.today())),
                    model);
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE && refusal.kind() != Refusal.Kind.MALFORMED) {
                throw refusal;
            }
            response.setStatus(422);
            return page(partnership, unit, FormErrors.of(refusal), Optional.empty(), model);
        }
    }

    @PostMapping
    String takeIn(
            @PathVariable long partnership,
            @PathVariable String unit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        PartnershipView view = engagement.partnership(partnership);
        engagement.toKeep(view, unit);
        SentForm sent = SentForm.of(fields);
        List<StaffMember> people = StaffFile.read(StaffFile.bytes(sent.text("lines")), engagement.today())
                .people();
        return once.does(
                sent,
                () -> engagement.takeIn(view, unit, people),
                "/partnerships/" + partnership + "/staff/" + unit,
                errors -> page(partnership, unit, errors, Optional.empty(), model),
                response);
    }

    @PostMapping("/removal")
    String remove(
            @PathVariable long partnership,
            @PathVariable String unit,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        PartnershipView view = engagement.partnership(partnership);
        engagement.toKeep(view, unit);
        return once.does(
                SentForm.of(fields),
                () -> engagement.takeIn(view, unit, List.of()),
                "/partnerships/" + partnership + "/staff/" + unit,
                errors -> page(partnership, unit, errors, Optional.empty(), model),
                response);
    }

    private String page(long partnership, String key, FormErrors errors, Optional<StaffFile> preview, Model model) {
        PartnershipView view = engagement.partnership(partnership);
        Participant unit = engagement.toKeep(view, key);
        model.addAttribute("partnership", view);
        model.addAttribute("unit", unit);
        model.addAttribute("staff", engagement.staff(unit));
        model.addAttribute("preview", preview);
        model.addAttribute("errors", errors);
        return "survey/engagement/staff";
    }
}
