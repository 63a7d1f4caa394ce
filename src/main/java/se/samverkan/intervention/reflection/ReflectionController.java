package se.samverkan.intervention.reflection;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import se.samverkan.intervention.occasion.Occasion;
import se.samverkan.intervention.reflection.Reflections.Reflection;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.QrCode;
import se.samverkan.shared.page.SentForm;

/** The reflection of an occasion, for both sides: the code to show, how many have answered, and what it came to. */
@Controller
@RequestMapping("/occasions/{id:\\d+}/reflection")
class ReflectionController {

    private final Reflections reflections;
    private final OnceOnPage once;
    private final TransactionTemplate reading;

    ReflectionController(Reflections reflections, OnceOnPage once, TransactionTemplate transactions) {
        this.reflections = reflections;
        this.once = once;
        this.reading = transactions;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(id, FormErrors.none(), model);
    }

    private String page(long id, FormErrors errors, Model model) {
        reading.executeWithoutResult(status -> {
            Occasion occasion = reflections.occasion(id);
            Optional<Reflection> reflection = reflections.of(occasion);
            String address = reflection
                    .map(each -> ServletUriComponentsBuilder.fromCurrentContextPath()
                            .path(each.link())
                            .toUriString())
                    .orElse("");
            model.addAttribute("occasion", occasion);
            model.addAttribute("reflection", reflection);
            model.addAttribute("address", address);
            model.addAttribute("qr", reflection.map(each -> QrCode.of(address)));
            model.addAttribute(
                    "voices",
                    reflection.filter(Reflection::isClosed).isPresent() ? reflections.voices(occasion) : List.of());
        });
        model.addAttribute("errors", errors);
        return "intervention/reflection/reflection";
    }

    @PostMapping
    String open(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(id, fields, () -> reflections.open(id), response, model);
    }

    @PostMapping("/closing")
    String close(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(id, fields, () -> reflections.close(id), response, model);
    }

    @PostMapping("/voices/{voice}/removal")
    String remove(
            @PathVariable long id,
            @PathVariable UUID voice,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(id, fields, () -> reflections.remove(id, voice), response, model);
    }

    private String does(
            long id, MultiValueMap<String, String> fields, Runnable deed, HttpServletResponse response, Model model) {
        Occasion occasion = reflections.occasion(id);
        return once.does(
                SentForm.of(fields),
                deed,
                occasion.address() + "/reflection",
                errors -> page(id, errors, model),
                response);
    }
}
