package se.samverkan.access.token;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;

/** The keys of the API: the list, making one, taking one back. */
@Controller
class TokenController {

    private final TokenManagement tokens;

    TokenController(TokenManagement tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/tokens")
    ModelAndView list(@RequestParam @Nullable String done) {
        return list("revoked".equals(done) ? "tokens.done.revoked" : "", FormErrors.none());
    }

    private ModelAndView list(String done, FormErrors errors) {
        return new ModelAndView("access/token/list")
                .addObject("tokens", tokens.list())
                .addObject("done", done)
                .addObject("errors", errors);
    }

    @GetMapping("/tokens/new")
    ModelAndView blank() {
        String inAYear = tokens.today().plusYears(1).toString();
        return form(new TokenForm("", "", List.of(), inAYear, UUID.randomUUID().toString()), FormErrors.none());
    }

    @PostMapping("/tokens")
    ModelAndView make(
            @RequestParam @Nullable String name,
            @RequestParam @Nullable String owner,
            @RequestParam @Nullable List<String> scope,
            @RequestParam @Nullable String endsOn,
            @RequestParam @Nullable String request,
            jakarta.servlet.http.HttpServletResponse response) {
        TokenForm form = TokenForm.typed(name, owner, scope, endsOn, request);
        FormErrors errors = form.errors(tokens.today());
        if (!errors.isEmpty()) {
            return refused(form(form, errors));
        }
        try {
            Secret secret = tokens.make(form);
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            return new ModelAndView("access/token/made")
                    .addObject("name", form.name())
                    .addObject("secret", secret.value());
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE) {
                throw refusal;
            }
            return refused(form(form, FormErrors.of(refusal)));
        }
    }

    private static ModelAndView form(TokenForm form, FormErrors errors) {
        return new ModelAndView("access/token/add").addObject("form", form).addObject("errors", errors);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @PostMapping("/tokens/{id}/revocation")
    ModelAndView revoke(@PathVariable long id) {
        try {
            tokens.revoke(id);
            return new ModelAndView("redirect:/tokens?done=revoked");
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE) {
                throw refusal;
            }
            return refused(list("", FormErrors.of(refusal)));
        }
    }
}
