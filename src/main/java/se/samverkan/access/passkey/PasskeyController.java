package se.samverkan.access.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import se.samverkan.access.session.ReturnPath;
import se.samverkan.access.session.SignIns;
import se.samverkan.access.session.Way;

/** Signing in with a passkey: the browser asks for a challenge and sends the answer as an ordinary form. */
@Controller
class PasskeyController {

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final SignIns signIns;

    PasskeyController(Passkeys passkeys, Challenges challenges, SignIns signIns) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.signIns = signIns;
    }

    @PostMapping(value = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(HttpServletRequest request, HttpServletResponse response) {
        return passkeys.assertion(request, challenges.pose(request, response));
    }

    @PostMapping("/sign-in/passkey")
    String signIn(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Long> person =
                challenges.take(request).flatMap(challenge -> passkeys.person(request, challenge, credential));
        if (person.isEmpty()) {
            return "redirect:" + ReturnPath.signInFirst(to) + "&refused=passkey";
        }
        signIns.begin(request, response, person.get(), Way.PASSKEY);
        return "redirect:" + ReturnPath.safe(to);
    }
}
