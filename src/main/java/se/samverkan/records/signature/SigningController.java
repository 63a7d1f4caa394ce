package se.samverkan.records.signature;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Actor;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.records.signature.SigningView.SignatoryView;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** What waits for my signature, and the page on which a document is read and signed. */
@Controller
@RequestMapping("/signatures")
class SigningController {

    private static final int MOST_LINES = 50;

    private final Signing signing;
    private final OwnSigning own;
    private final SigningServices services;
    private final Rights rights;
    private final RecordLog log;

    SigningController(Signing signing, OwnSigning own, SigningServices services, Rights rights, RecordLog log) {
        this.signing = signing;
        this.own = own;
        this.services = services;
        this.rights = rights;
        this.log = log;
    }

    @GetMapping
    String mine(Model model) {
        long me = Actor.current().person();
        List<SigningView> all = own.mine();
        model.addAttribute(
                "waiting", all.stream().filter(each -> waits(each, me)).toList());
        model.addAttribute(
                "others", all.stream().filter(each -> !waits(each, me)).toList());
        model.addAttribute("me", me);
        return "records/signature/list";
    }

    private static boolean waits(SigningView view, long me) {
        return view.signatory(me)
                .filter(signatory -> view.withdrawn() == null && !view.hasSigned(signatory) && view.isTurnOf(signatory))
                .isPresent();
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        return page(signing.of(id), FormErrors.none(), model);
    }

    @PostMapping("/{id}/signature")
    String sign(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        SigningView view = signing.of(id);
        if (view.signatory(Actor.current().person()).isEmpty()) {
            throw Refusal.notAllowed("signature.refusal.not-signatory");
        }
        try {
            return "redirect:" + own.sign(id, sent.text("checksum"), sent.token());
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE) {
                throw refusal;
            }
            response.setStatus(422);
            return page(signing.of(id), FormErrors.of(refusal), model);
        }
    }

    private String page(SigningView view, FormErrors errors, Model model) {
        SignatoryView me = view.signatory(Actor.current().person()).orElse(null);
        model.addAttribute("signing", view);
        model.addAttribute("me", me);
        model.addAttribute(
                "obstacle", me == null ? null : own.obstacle(view, me).orElse(null));
        model.addAttribute("underWay", own.isUnderWay(view));
        model.addAttribute(
                "invented", services.here().filter(SigningService::isInvented).isPresent());
        model.addAttribute("registers", rights.allow(Verb.ASK_FOR_SIGNATURES, view.owner()));
        model.addAttribute("errors", errors);
        model.addAttribute(
                "log", log.within(Set.of(view.owner()), SigningTrail.TYPE, Long.toString(view.id()), MOST_LINES));
        return "records/signature/signing";
    }
}
