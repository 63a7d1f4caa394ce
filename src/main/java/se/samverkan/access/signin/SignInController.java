package se.samverkan.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Actor;
import se.samverkan.access.session.ReturnPath;
import se.samverkan.access.session.SignIns;
import se.samverkan.access.session.Way;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;

/** The page with all ways in, the way out, and the doors of a demonstration. */
@Controller
class SignInController {

    private final SignInPage page;
    private final SignIns signIns;
    private final DemonstrationGate gate;
    private final DemonstrationDoor demonstration;

    SignInController(SignInPage page, SignIns signIns, DemonstrationGate gate, DemonstrationDoor demonstration) {
        this.page = page;
        this.signIns = signIns;
        this.gate = gate;
        this.demonstration = demonstration;
    }

    @GetMapping("/sign-in")
    String ways(
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(required = false) @Nullable String refused,
            HttpServletRequest request,
            Model model) {
        if (Actor.current().isSignedIn() && refused == null) {
            return "redirect:" + ReturnPath.safe(to);
        }
        model.addAttribute("view", page.of(request, to, "", errors(refused)));
        return SignInPage.TEMPLATE;
    }

    private static FormErrors errors(@Nullable String refused) {
        return switch (refused) {
            case "unknown" -> FormErrors.none().with("", "sign-in.provider.unknown");
            case "passkey" -> FormErrors.none().with("", "sign-in.passkey.wrong");
            case "provider" -> FormErrors.none().with("", "sign-in.provider.failed");
            case null, default -> FormErrors.none();
        };
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        signIns.end(request, response);
        return "redirect:/";
    }

    /** Somebody becomes one of the invented people. Where that may not be, there is no such page. */
    @PostMapping("/sign-in/as/{person}")
    String be(
            @PathVariable long person,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean invented =
                gate.isOpen(request) && demonstration.players().stream().anyMatch(player -> player.person() == person);
        if (!invented) {
            throw Refusal.notSeen();
        }
        signIns.begin(request, response, person, Way.DEMONSTRATION);
        return "redirect:" + ReturnPath.safe(to);
    }

    /** A form that does not prove that it is ours ends up here, whatever it was. */
    @RequestMapping("/sign-in/form-refused")
    String formRefused() {
        return "access/signin/form-refused";
    }
}
