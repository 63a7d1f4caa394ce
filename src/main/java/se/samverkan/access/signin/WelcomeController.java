package se.samverkan.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.session.SignIns;
import se.samverkan.access.session.Way;
import se.samverkan.access.signin.Welcome.Guest;
import se.samverkan.shared.page.FormErrors;

/** The page behind a one-time link. A link that no longer works gets a page that says so, and whom to ask. */
@Controller
class WelcomeController {

    private static final int LONGEST_NAME = 200;

    private final Welcome welcome;
    private final Passwords passwords;
    private final PasswordRule rule;
    private final SignIns signIns;

    WelcomeController(Welcome welcome, Passwords passwords, PasswordRule rule, SignIns signIns) {
        this.welcome = welcome;
        this.passwords = passwords;
        this.rule = rule;
        this.signIns = signIns;
    }

    @GetMapping("/welcome/{token}")
    String choose(@PathVariable String token, HttpServletResponse response, Model model) {
        Optional<Guest> guest = welcome.guest(token);
        return guest.isEmpty()
                ? ended(response)
                : page(token, guest.get(), guest.get().name(), FormErrors.none(), model);
    }

    @PostMapping("/welcome/{token}")
    String withPassword(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Guest> guest = welcome.guest(token);
        if (guest.isEmpty()) {
            return ended(response);
        }
        FormErrors errors = check(name, password, guest.get().email());
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(token, guest.get(), name, errors, model);
        }
        long person = welcome.accept(token, name, () -> passwords.setOwn(password));
        signIns.begin(request, response, person, Way.LINK);
        return "redirect:/me?done=welcome";
    }

    private FormErrors check(String name, String password, String email) {
        boolean named = !name.isBlank() && name.strip().length() <= LONGEST_NAME;
        FormErrors errors = named ? FormErrors.none() : FormErrors.none().with("name", "welcome.name.missing");
        Optional<String> refused = rule.refuse(password, email);
        return refused.isEmpty() ? errors : errors.with("password", refused.get());
    }

    private static String page(String token, Guest guest, String name, FormErrors errors, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("guest", guest);
        model.addAttribute("name", name);
        model.addAttribute("errors", errors);
        return "access/signin/welcome";
    }

    private static String ended(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "access/signin/link-ended";
    }
}
