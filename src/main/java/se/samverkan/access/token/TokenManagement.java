package se.samverkan.access.token;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;

/**
 * The door to the keys of the API. A key carries the rights of one person, at most those its scope names, as they are
 * when it is used; it ends within a year. It is made for oneself, or for somebody all of whose roles one manages.
 */
@Component
class TokenManagement {

    private final Tokens tokens;
    private final Rights rights;
    private final ActingAs acting;
    private final AuditTrail audit;

    TokenManagement(Tokens tokens, Rights rights, ActingAs acting, AuditTrail audit) {
        this.tokens = tokens;
        this.rights = rights;
        this.acting = acting;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<TokenView> list() {
        rights.require(Verb.MANAGE_TOKENS);
        return tokens.list();
    }

    @Transactional(readOnly = true)
    public LocalDate today() {
        rights.require(Verb.MANAGE_TOKENS);
        return tokens.today();
    }

    /** Makes a key; the secret is given back here and nowhere else. */
    @Transactional
    public Secret make(TokenForm form) {
        rights.require(Verb.MANAGE_TOKENS);
        LocalDate endsOn = form.day().orElseThrow(() -> Refusal.malformed("tokens.error.name"));
        Actor owner = owner(form.owner());
        for (Verb verb : form.verbs()) {
            if (!owner.grants().hold(verb)) {
                throw Refusal.rule("refusal.token.beyond-owner", owner.name());
            }
        }
        Secret secret = Secret.random();
        tokens.add(owner.person(), Actor.current().person(), form, endsOn, secret);
        audit.record(Happening.of("token.made", new Subject("token", secret.prefix(), form.name()), null)
                .changing("owner", null, owner.name())
                .changing("verb", null, form.verbs().stream().map(Enum::name).collect(Collectors.joining(", ")))
                .changing("to", null, endsOn));
        return secret;
    }

    private Actor owner(String email) {
        if (email.isEmpty()) {
            return Actor.current();
        }
        long person = tokens.personWith(email).orElseThrow(() -> Refusal.rule("refusal.token.no-owner", email));
        if (person != Actor.current().person() && !tokens.manages(person)) {
            throw Refusal.rule("refusal.person.not-all");
        }
        return acting.actor(person).orElseThrow(() -> Refusal.rule("refusal.person.is-gone"));
    }

    /** Takes a key back; it stops working with the next request. */
    @Transactional
    public void revoke(long id) {
        rights.require(Verb.MANAGE_TOKENS);
        TokenView token = tokens.find(id).orElseThrow(Refusal::notSeen);
        if (!tokens.revoke(id)) {
            throw Refusal.rule("refusal.token.ended-already");
        }
        audit.record(Happening.of("token.revoked", new Subject("token", token.prefix(), token.name()), null));
    }
}
