package se.samverkan.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Actor;
import se.samverkan.access.session.SignIns;
import se.samverkan.shared.page.FormErrors;

/** One's own account: what one may do here, how one signs in, and where one is signed in. */
@Controller
class AccountController {

    private static final Set<String> DONE = Set.of("welcome", "password", "passkey", "passkey-removed", "session");

    private final OwnAccount account;
    private final Passwords passwords;
    private final PasswordRule rule;
    private final Attempts attempts;
    private final SignIns signIns;

    AccountController(OwnAccount account, Passwords passwords, PasswordRule rule, Attempts attempts, SignIns signIns) {
        this.account = account;
        this.passwords = passwords;
        this.rule = rule;
        this.attempts = attempts;
        this.signIns = signIns;
    }

    @GetMapping("/me")
    String me(@RequestParam(defaultValue = "") String done, HttpServletRequest request, Model model) {
        return page(account.view(), FormErrors.none(), DONE.contains(done) ? done : "", request, model);
    }

    @PostMapping("/me/password")
    String changePassword(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AccountView view = account.view();
        FormErrors errors = check(view, present, password, request);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(view, errors, "", request, model);
        }
        account.setPassword(password);
        return "redirect:/me?done=password";
    }

    @PostMapping("/me/passkeys/{id}/remove")
    String removePasskey(@PathVariable String id) {
        account.removePasskey(id);
        return "redirect:/me?done=passkey-removed";
    }

    @PostMapping("/me/sessions/{handle}/end")
    String endSession(@PathVariable UUID handle) {
        account.endSession(handle);
        signIns.forgetEnded();
        return "redirect:/me?done=session";
    }

    /** Signs out everywhere, here too. */
    @PostMapping("/sign-out/everywhere")
    String endSessions(HttpServletRequest request, HttpServletResponse response) {
        account.endSessions();
        signIns.forgetEnded();
        signIns.end(request, response);
        return "redirect:/";
    }

    /** Whoever sits at an open session must know the old password to set a new one, and may not try for ever. */
    private FormErrors check(AccountView view, String present, String password, HttpServletRequest request) {
        FormErrors errors = FormErrors.none();
        if (view.password()) {
            Optional<Duration> wait = attempts.count(view.email(), request.getRemoteAddr());
            if (wait.isPresent()) {
                return Waiting.sentence(wait.get());
            }
            boolean right = passwords
                    .person(view.email(), present)
                    .filter(person -> person == Actor.current().person())
                    .isPresent();
            errors = right ? errors : errors.with("present", "me.password.wrong");
        }
        Optional<String> refused = rule.refuse(password, view.email());
        return refused.isEmpty() ? errors : errors.with("password", refused.get());
    }

    private String page(AccountView view, FormErrors errors, String done, HttpServletRequest request, Model model) {
        model.addAttribute("account", view);
        model.addAttribute("errors", errors);
        model.addAttribute("done", done);
        model.addAttribute("here", signIns.handle(request).map(UUID::toString).orElse(""));
        return "access/signin/me";
    }
}
