package se.samverkan.agreement.signing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Holders;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;
import se.samverkan.access.Verb;
import se.samverkan.agreement.text.AgreementView;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.agreement.text.Party;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/** The door by which each party names who signs for it, by what mandate, until it is put before them. */
@Component
public class Signatories {

    private final Agreements agreements;
    private final AgreementSigning signing;
    private final StoredSigners store;
    private final Holders holders;
    private final Names names;
    private final AuditTrail trail;

    Signatories(
            Agreements agreements,
            AgreementSigning signing,
            StoredSigners store,
            Holders holders,
            Names names,
            AuditTrail trail) {
        this.agreements = agreements;
        this.signing = signing;
        this.store = store;
        this.holders = holders;
        this.names = names;
        this.trail = trail;
    }

    /** Those of the actor's own party who can be named: who may sign for it today and is not named. */
    @Transactional(readOnly = true)
    public Map<Long, PersonName> candidates(SigningState state) {
        List<Long> named = state.named().stream().map(NamedSignatory::person).toList();
        return names.of(holders.of(Verb.SIGN_DOCUMENTS, Agreements.own(state.agreement())).stream()
                .filter(each -> !named.contains(each))
                .toList());
    }

    /**
     * Names somebody.
     *
     * @param mandate by what right the person signs
     * @param ends the last day the mandate holds
     */
    @Transactional
    public void name(long id, long person, FreeText mandate, Optional<LocalDate> ends) {
        agreements.hold(id);
        AgreementView agreement = toName(id);
        if (!holders.of(Verb.SIGN_DOCUMENTS, Agreements.own(agreement)).contains(person)) {
            throw Refusal.rule("agreement.refusal.signatory");
        }
        if (mandate.text().isBlank()) {
            throw Refusal.rule("agreement.refusal.mandate");
        }
        if (ends.filter(last -> last.isBefore(store.today())).isPresent()) {
            throw Refusal.rule("agreement.refusal.mandate-ended", ends.orElseThrow());
        }
        if (!store.name(id, party(agreement), person, mandate.text(), ends)) {
            throw Refusal.rule("agreement.refusal.named-already");
        }
        trail.record(Agreements.happening("signatory-named", agreement)
                .changing("signatory", null, name(person))
                .changing("mandate", null, mandate.text())
                .changing("number-reason", null, mandate.numberReasonOrNull())
                .changing("until", null, ends.orElse(null)));
    }

    @Transactional
    public void remove(long id, long person) {
        agreements.hold(id);
        AgreementView agreement = toName(id);
        if (!store.remove(id, party(agreement), person)) {
            throw Refusal.stale();
        }
        trail.record(Agreements.happening("signatory-removed", agreement).changing("signatory", name(person), null));
    }

    private AgreementView toName(long id) {
        SigningState state = signing.state(id);
        if (state.agreement().stage() != AgreementView.Stage.AGREED) {
            throw Refusal.rule("agreement.refusal." + state.agreement().stage());
        }
        if (!state.canBeNamed()) {
            throw Refusal.rule("agreement.refusal.asked");
        }
        return state.agreement();
    }

    private static Party party(AgreementView agreement) {
        return agreement.party().orElseThrow(Refusal::notSeen);
    }

    private String name(long person) {
        return names.of(List.of(person))
                .getOrDefault(person, new PersonName(Long.toString(person), null))
                .name();
    }
}
