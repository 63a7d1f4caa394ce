package se.samverkan.access.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.LocaleResolver;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.access.session.SignIns;
import se.samverkan.access.session.Way;
import se.samverkan.access.signin.Welcome;
import se.samverkan.access.signin.Welcome.Guest;
import se.samverkan.shared.Refusal;

/** Making a passkey of one's own: on one's page, or when one comes in by a one-time link. */
@Controller
class OwnPasskeyController {

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Welcome welcome;
    private final ActingAs actingAs;
    private final SignIns signIns;
    private final MessageSource messages;
    private final LocaleResolver locales;

    OwnPasskeyController(
            Passkeys passkeys,
            Challenges challenges,
            Welcome welcome,
            ActingAs actingAs,
            SignIns signIns,
            MessageSource messages,
            LocaleResolver locales) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.welcome = welcome;
        this.actingAs = actingAs;
        this.signIns = signIns;
        this.messages = messages;
        this.locales = locales;
    }

    @PostMapping(value = "/me/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(HttpServletRequest request, HttpServletResponse response) {
        requireSomebody();
        return passkeys.creation(request, challenges.pose(request, response));
    }

    @PostMapping("/me/passkeys")
    String add(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String label,
            HttpServletRequest request) {
        requireSomebody();
        passkeys.register(request, challenge(request), credential, label(label, request));
        return "redirect:/me?done=passkey";
    }

    @PostMapping(value = "/welcome/{token}/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        Guest guest = welcome.guest(token).orElseThrow(Refusal::notSeen);
        Bytes challenge = challenges.pose(request, response);
        return actingAs.person(guest.person(), () -> passkeys.creation(request, challenge));
    }

    @PostMapping("/welcome/{token}/passkey")
    String welcome(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        Guest guest = welcome.guest(token).orElseThrow(() -> Refusal.rule("refusal.link.used"));
        Bytes challenge = challenge(request);
        String called = name.isBlank() || name.strip().length() > 200 ? guest.name() : name;
        long person = welcome.accept(
                token, called, () -> passkeys.register(request, challenge, credential, label("", request)));
        signIns.begin(request, response, person, Way.LINK);
        return "redirect:/me?done=welcome";
    }

    private Bytes challenge(HttpServletRequest request) {
        return challenges.take(request).orElseThrow(() -> Refusal.rule("refusal.passkey.wrong"));
    }

    private String label(String label, HttpServletRequest request) {
        String unnamed = messages.getMessage("me.passkey.unnamed", null, locales.resolveLocale(request));
        return label.isBlank()
                ? unnamed
                : label.strip().substring(0, Math.min(100, label.strip().length()));
    }

    private static void requireSomebody() {
        if (!Actor.current().isSignedIn()) {
            throw Refusal.notAllowed("refusal.sign-in");
        }
    }
}
