package se.samverkan.followup.sign;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.followup.sign.NamelessSigns.Met;
import se.samverkan.shared.PersonalNumbers;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.NamelessForm;

/** What phones see that come by the unit's code: the signs, how often one was seen, and a few words if one has time. */
@Controller
@RequestMapping(NamelessSignController.UNDER + "{code}")
class NamelessSignController {

    static final String UNDER = "/t/";

    /** The longest that is said without a name. */
    static final int LONGEST = 300;

    private final NamelessSigns signs;

    NamelessSignController(NamelessSigns signs) {
        this.signs = signs;
    }

    @GetMapping
    String show(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String sent,
            HttpServletResponse response,
            Model model) {
        return page(code, "", !sent.isEmpty(), new MemoryOfForm("", "", ""), response, model);
    }

    @PostMapping
    String note(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        MemoryOfForm memory = MemoryOfForm.of(fields);
        Optional<UUID> form = NamelessForm.key(fields);
        String fault = memory.fault(form.isPresent());
        if (fault.isEmpty()) {
            fault = switch (signs.note(
                    code,
                    form.orElseThrow(),
                    Long.parseLong(memory.sign()),
                    SignState.valueOf(memory.state()),
                    memory.words())) {
                case TAKEN -> "";
                case TOO_MANY -> "followup.refusal.too-many-today";
                case UNKNOWN -> throw Refusal.notSeen();
            };
        }
        return fault.isEmpty()
                ? "redirect:" + UNDER + code + "?sent=yes"
                : page(code, fault, false, memory, response, model);
    }

    /** What stood in the form, so that it comes back whole. */
    record MemoryOfForm(String sign, String state, String words) {

        static MemoryOfForm of(MultiValueMap<String, String> fields) {
            return new MemoryOfForm(
                    text(fields.getFirst("sign")), text(fields.getFirst("state")), text(fields.getFirst("words")));
        }

        private static String text(@Nullable String sent) {
            return sent == null ? "" : sent.strip();
        }

        String fault(boolean hasForm) {
            if (!hasForm) {
                return "survey.refusal.without-form";
            }
            if (!sign.matches("\\d{1,18}")) {
                return "followup.refusal.sign";
            }
            if (SignState.named(state).isEmpty()) {
                return "followup.refusal.state";
            }
            if (words.length() > LONGEST) {
                return "survey.refusal.too-long";
            }
            return PersonalNumbers.areIn(words) ? "survey.refusal.personal-number" : "";
        }
    }

    private String page(
            String code, String fault, boolean sent, MemoryOfForm memory, HttpServletResponse response, Model model) {
        List<Met> met = signs.met(code);
        if (met.isEmpty()) {
            throw Refusal.notSeen();
        }
        NamelessForm.answer(response, !fault.isEmpty());
        model.addAttribute("signs", met);
        model.addAttribute("code", code);
        model.addAttribute("form", UUID.randomUUID());
        model.addAttribute("fault", fault);
        model.addAttribute("sent", sent);
        model.addAttribute("memory", memory);
        return "followup/sign/phone";
    }
}
