package se.samverkan.agreement.signing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.agreement.signing.StoredSigners.Put;
import se.samverkan.agreement.text.AgreementDocuments;
import se.samverkan.agreement.text.AgreementDocuments.Signs;
import se.samverkan.agreement.text.AgreementView;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.agreement.text.Party;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.records.rendition.PdfDocument;
import se.samverkan.records.signature.SignatureRequest;
import se.samverkan.records.signature.SignatureRequest.Signatory;
import se.samverkan.records.signature.Signing;
import se.samverkan.records.signature.SigningView;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to the signing of a settled text: it is put before those whom the parties have named, and taken back before all
 * have signed when the text is to change or somebody else is to sign.
 */
@Component
public class AgreementSigning {

    static final String SUBJECT = "agreement";

    private final Agreements agreements;
    private final AgreementDocuments documents;
    private final Partnerships partnerships;
    private final Signing signing;
    private final StoredSigners store;
    private final Rights rights;
    private final AuditTrail trail;
    private final AgreementSigningNotices notices;

    AgreementSigning(
            Agreements agreements,
            AgreementDocuments documents,
            Partnerships partnerships,
            Signing signing,
            StoredSigners store,
            Rights rights,
            AuditTrail trail,
            AgreementSigningNotices notices) {
        this.agreements = agreements;
        this.documents = documents;
        this.partnerships = partnerships;
        this.signing = signing;
        this.store = store;
        this.rights = rights;
        this.trail = trail;
        this.notices = notices;
    }

    /** How far it has come, for somebody of one of the parties. */
    @Transactional(readOnly = true)
    public SigningState state(long id) {
        AgreementView agreement = agreements.agreement(id);
        if (agreement.party().isEmpty()) {
            throw Refusal.notAllowed("refusal.verb.DRAW_UP_AGREEMENT");
        }
        if (agreement.stage() != AgreementView.Stage.AGREED && agreement.stage() != AgreementView.Stage.IN_FORCE) {
            throw Refusal.rule("agreement.refusal." + agreement.stage());
        }
        int accepted = agreement.accepted().orElseThrow().edition();
        Optional<Put> put = store.put(id);
        Optional<SigningView> last = put.map(each -> signing.of(each.request()));
        return new SigningState(
                agreement,
                store.named(id),
                last.filter(
                        view -> view.withdrawn() == null && put.orElseThrow().edition() == accepted),
                last.filter(view -> view.withdrawn() != null),
                store.today());
    }

    /** The state, for somebody who may take back what is to be signed. */
    @Transactional(readOnly = true)
    public SigningState toTakeBack(long id) {
        SigningState state = state(id);
        rights.require(Verb.DRAW_UP_AGREEMENT, state.agreement().owner());
        if (!state.canBeTakenBack()) {
            throw Refusal.rule("agreement.refusal." + state.agreement().stage());
        }
        return state;
    }

    /**
     * Puts the settled text before those who are named, as a PDF that is fixed by its checksum. The same people as the last
     * time meet it as the next version of what they have; others are asked anew.
     *
     * @param edition the edition that the actor has seen
     */
    @Transactional
    public void ask(long id, int edition) {
        agreements.hold(id);
        SigningState state = state(id);
        AgreementView agreement = state.agreement();
        rights.require(Verb.DRAW_UP_AGREEMENT, agreement.owner());
        check(state, edition);
        PartnershipView partnership = partnerships.find(agreement.partnership()).orElseThrow(Refusal::notSeen);
        byte[] pdf = PdfDocument.write(documents.toSign(agreement, partnership, signs(state.named(), partnership)));
        SigningView asked = put(state, partnership, pdf);
        store.put(id, new Put(asked.id(), asked.document().version(), edition));
        trail.record(Agreements.happening("signing-asked", agreement)
                .changing("edition", null, edition)
                .changing("checksum", null, asked.document().checksum()));
        notices.asked(asked, agreement);
    }

    private static void check(SigningState state, int edition) {
        if (state.agreement().stage() != AgreementView.Stage.AGREED) {
            throw Refusal.rule("agreement.refusal." + state.agreement().stage());
        }
        if (state.asked().isPresent()) {
            throw Refusal.rule("agreement.refusal.asked");
        }
        if (state.agreement().accepted().orElseThrow().edition() != edition) {
            throw Refusal.stale();
        }
        if (state.of(Party.AGENCY).isEmpty() || state.of(Party.ORGANISER).isEmpty()) {
            throw Refusal.rule("agreement.refusal.both-name");
        }
        state.named().stream()
                .filter(each -> each.hasEnded(state.today()))
                .findFirst()
                .ifPresent(late -> {
                    throw Refusal.rule(
                            "agreement.refusal.mandate-of-ended",
                            late.name(),
                            late.mandateEnds().orElseThrow());
                });
    }

    private SigningView put(SigningState state, PartnershipView partnership, byte[] pdf) {
        AgreementView agreement = state.agreement();
        List<Signatory> signatories =
                state.named().stream().map(each -> signatory(each, partnership)).toList();
        Optional<SigningView> before = state.takenBack().filter(view -> isOf(view, signatories));
        if (before.isPresent()) {
            SigningView view = before.get();
            signing.replace(view.id(), view.document().version(), pdf, reason(view.withdrawn()));
            return signing.of(view.id());
        }
        return signing.of(signing.ask(new SignatureRequest(
                agreement.owner(),
                SUBJECT,
                agreement.id() + "/" + (store.requests(agreement.id()) + 1),
                documents.titleOf(agreement, partnership),
                pdf,
                false,
                signatories)));
    }

    private static String reason(SigningView.@Nullable Withdrawal withdrawn) {
        return withdrawn == null ? "" : withdrawn.reason();
    }

    /** Those who sign, as the document names them. */
    static List<Signs> signs(List<NamedSignatory> named, PartnershipView partnership) {
        return named.stream()
                .map(each -> new Signs(each.name(), called(each.party(), partnership), each.mandate()))
                .toList();
    }

    private static Signatory signatory(NamedSignatory each, PartnershipView partnership) {
        return new Signatory(
                each.person(),
                each.name(),
                each.party() == Party.AGENCY ? partnership.owner() : partnership.organiser(),
                called(each.party(), partnership),
                each.mandate(),
                each.mandateEnds().orElse(null));
    }

    private static String called(Party party, PartnershipView partnership) {
        return party == Party.AGENCY ? partnership.ownerName() : partnership.organiserName();
    }

    private static boolean isOf(SigningView view, List<Signatory> signatories) {
        record Who(long person, String mandate, java.time.@Nullable LocalDate ends) {}
        return view.signatories().stream()
                .map(each -> new Who(each.person(), each.mandate(), each.mandateEnds()))
                .toList()
                .equals(signatories.stream()
                        .map(each -> new Who(each.person(), each.mandate(), each.mandateEnds()))
                        .toList());
    }

    /**
     * Takes back what is to be signed, before all have signed.
     *
     * @param opensText whether the text is to change; else somebody else is to sign it as it is
     * @param why for those who have signed or were to, and for the other party
     */
    @Transactional
    public void takeBack(long id, boolean opensText, FreeText why) {
        agreements.hold(id);
        SigningState state = toTakeBack(id);
        if (why.text().isBlank()) {
            throw Refusal.rule("agreement.refusal.why");
        }
        if (state.asked().isEmpty() && !opensText) {
            throw Refusal.rule("agreement.refusal.not-asked");
        }
        state.asked().ifPresent(asked -> {
            signing.withdraw(asked.id(), asked.document().version(), why.text());
            trail.record(Agreements.happening("signing-taken-back", state.agreement())
                    .changing("reason", null, why.text())
                    .changing("number-reason", null, why.numberReasonOrNull()));
            notices.takenBack(asked, state.agreement());
        });
        if (opensText) {
            agreements.reopen(id, why);
        }
    }
}
