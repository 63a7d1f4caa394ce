package se.samverkan.access.session;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import se.samverkan.access.Actor;
import se.samverkan.shared.Refusal;

/** Shows a held form by itself, to read and copy, where the page it was written on cannot; and throws it away. */
@Controller
class HeldFormController {

    private final HeldForms held;

    HeldFormController(HeldForms held) {
        this.held = held;
    }

    @GetMapping(HeldForms.PAGE)
    String read(HttpServletRequest request, Model model) {
        model.addAttribute("form", ofReader(request));
        return "access/session/held";
    }

    @PostMapping(HeldForms.PAGE)
    String discard(HttpServletRequest request) {
        ofReader(request);
        held.release(request);
        return "redirect:/";
    }

    private HeldForm ofReader(HttpServletRequest request) {
        Actor reader = Actor.current();
        if (!reader.isSignedIn()) {
            throw Refusal.notAllowed("refusal.sign-in");
        }
        return held.heldFor(request)
                .filter(form -> form.person() == reader.person())
                .orElseThrow(Refusal::notSeen);
    }
}
