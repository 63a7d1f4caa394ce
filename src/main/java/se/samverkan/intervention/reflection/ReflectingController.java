package se.samverkan.intervention.reflection;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.intervention.reflection.Reflecting.Met;
import se.samverkan.intervention.reflection.Reflecting.Taken;
import se.samverkan.shared.PersonalNumbers;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.NamelessForm;

/** The page on which a participant reflects, for a phone and without an account. */
@Controller
@RequestMapping(ReflectingController.UNDER + "{code}")
class ReflectingController {

    static final String UNDER = "/r/";

    private static final int LONGEST = 1_000;

    private final Reflecting reflecting;

    ReflectingController(Reflecting reflecting) {
        this.reflecting = reflecting;
    }

    /** What stands in the form. */
    record Filled(UUID form, String useful, String tries, String words, String fault) {}

    @GetMapping
    String show(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String sent,
            HttpServletResponse response,
            Model model) {
        return page(code, new Filled(UUID.randomUUID(), "", "", "", ""), sent.equals("true"), response, model);
    }

    @PostMapping
    String reflect(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        Optional<UUID> form = NamelessForm.key(fields);
        Filled filled = new Filled(
                form.orElseGet(UUID::randomUUID),
                text(fields, "useful"),
                text(fields, "tries"),
                text(fields, "words"),
                "");
        String fault = form.isEmpty() ? "survey.refusal.without-form" : fault(filled);
        if (fault.isEmpty()) {
            Taken taken = reflecting.reflect(
                    code,
                    filled.form(),
                    Integer.parseInt(filled.useful()),
                    Integer.parseInt(filled.tries()),
                    filled.words());
            if (taken == Taken.UNKNOWN) {
                throw Refusal.notSeen();
            }
            fault = taken == Taken.TAKEN ? "" : "reflection.refusal.closed";
        }
        return fault.isEmpty()
                ? "redirect:" + UNDER + code + "?sent=true"
                : page(
                        code,
                        new Filled(filled.form(), filled.useful(), filled.tries(), filled.words(), fault),
                        false,
                        response,
                        model);
    }

    private static String fault(Filled filled) {
        if (!filled.useful().matches("[1-4]") || !filled.tries().matches("[1-4]")) {
            return "reflection.refusal.choose";
        }
        if (filled.words().length() > LONGEST) {
            return "reflection.refusal.long";
        }
        return PersonalNumbers.areIn(filled.words()) ? "survey.refusal.personal-number" : "";
    }

    private static String text(MultiValueMap<String, String> fields, String field) {
        return Optional.ofNullable(fields.getFirst(field))
                .orElse("")
                .replace("\u0000", "")
                .strip();
    }

    private String page(String code, Filled filled, boolean sent, HttpServletResponse response, Model model) {
        Met met = reflecting.met(code).orElseThrow(Refusal::notSeen);
        NamelessForm.answer(response, !filled.fault().isEmpty());
        model.addAttribute("met", met);
        model.addAttribute("address", UNDER + code);
        model.addAttribute("filled", filled);
        model.addAttribute("sent", sent);
        return "intervention/reflection/phone";
    }
}
