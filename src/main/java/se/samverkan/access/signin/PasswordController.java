package se.samverkan.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.session.ReturnPath;
import se.samverkan.access.session.SignIns;
import se.samverkan.access.session.Way;
import se.samverkan.shared.page.FormErrors;

/** Signing in with an e-mail address and a password. The refusal is the same whichever of the two was wrong. */
@Controller
class PasswordController {

    private final Passwords passwords;
    private final Attempts attempts;
    private final SignIns signIns;
    private final SignInPage page;

    PasswordController(Passwords passwords, Attempts attempts, SignIns signIns, SignInPage page) {
        this.passwords = passwords;
        this.attempts = attempts;
        this.signIns = signIns;
        this.page = page;
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Duration> wait = attempts.count(email, request.getRemoteAddr());
        if (wait.isPresent()) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds()));
            return again(to, email, Waiting.sentence(wait.get()), request, model);
        }
        Optional<Long> person = passwords.person(email.strip(), password);
        if (person.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again(to, email, FormErrors.none().with("email", "sign-in.wrong"), request, model);
        }
        attempts.forget(email);
        signIns.begin(request, response, person.get(), Way.PASSWORD);
        return "redirect:" + ReturnPath.safe(to);
    }

    private String again(String to, String email, FormErrors errors, HttpServletRequest request, Model model) {
        model.addAttribute("view", page.of(request, to, email, errors));
        return SignInPage.TEMPLATE;
    }
}
