package se.samverkan.agreement.signing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.agreement.text.AgreementDocuments;
import se.samverkan.agreement.text.AgreementView;
import se.samverkan.agreement.text.AgreementView.InForce;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.agreement.text.Party;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.records.document.Content;
import se.samverkan.records.document.Dispatch;
import se.samverkan.records.document.DocumentSharing;
import se.samverkan.records.document.Draft;
import se.samverkan.records.document.Mandate;
import se.samverkan.records.document.RecordRef;
import se.samverkan.records.rendition.WordDocument;
import se.samverkan.records.signature.SealedDocument;
import se.samverkan.records.signature.Signing;
import se.samverkan.records.signature.SigningView;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;

/**
 * The door by which a signed agreement is filed: it becomes a document, byte by byte as it was signed and with the seal where
 * there is one, is shared with the organiser and gets a case number with each of them.
 */
@Component
public class AgreementFiling {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Agreements agreements;
    private final AgreementSigning signings;
    private final AgreementDocuments documents;
    private final Partnerships partnerships;
    private final Signing signing;
    private final DocumentSharing sharing;
    private final StoredSigners store;
    private final Rights rights;
    private final AuditTrail trail;

    AgreementFiling(
            Agreements agreements,
            AgreementSigning signings,
            AgreementDocuments documents,
            Partnerships partnerships,
            Signing signing,
            DocumentSharing sharing,
            StoredSigners store,
            Rights rights,
            AuditTrail trail) {
        this.agreements = agreements;
        this.signings = signings;
        this.documents = documents;
        this.partnerships = partnerships;
        this.signing = signing;
        this.sharing = sharing;
        this.store = store;
        this.rights = rights;
        this.trail = trail;
    }

    /** The agreement, for somebody who may file it now. */
    @Transactional(readOnly = true)
    public AgreementView toFile(long id) {
        AgreementView agreement = agreements.agreement(id);
        rights.require(Verb.DRAW_UP_AGREEMENT, agreement.owner());
        InForce inForce = agreement.inForce().orElseThrow(() -> Refusal.rule("agreement.refusal.not-in-force"));
        if (inForce.document().isPresent()) {
            throw Refusal.rule("agreement.refusal.filed-already");
        }
        return agreement;
    }

    /**
     * Files it.
     *
     * @param caseNumber a number from the agency's own registry; empty where its series here gives one
     * @param message to the organiser; may be empty
     * @return the id of the document
     */
    @Transactional
    public long file(long id, String caseNumber, FreeText message) {
        agreements.hold(id);
        AgreementView agreement = toFile(id);
        PartnershipView partnership = partnerships.find(agreement.partnership()).orElseThrow(Refusal::notSeen);
        long document = sharing.file(
                new Draft(
                        agreement.owner(),
                        null,
                        null,
                        "agreement.signed",
                        documents.titleOf(agreement, partnership),
                        Words.SWEDISH,
                        new RecordRef("partnership", Long.toString(partnership.id()))),
                new Content.Made(signed(agreement.inForce().orElseThrow()), word(id, agreement, partnership)),
                mandate(id),
                new Dispatch(Set.of(agreement.organiser()), message, caseNumber));
        store.filed(id, document);
        trail.record(Agreements.happening("filed", agreement).changing("document", null, document));
        return document;
    }

    private byte[] signed(InForce inForce) {
        return signing.sealed(inForce.request())
                .map(SealedDocument::content)
                .orElseGet(() -> signing.document(inForce.request(), inForce.version()));
    }

    private byte[] word(long id, AgreementView agreement, PartnershipView partnership) {
        return WordDocument.write(documents.toSign(
                agreement,
                partnership,
                AgreementSigning.signs(signings.state(id).named(), partnership)));
    }

    /** By whom the agency decided: the first of its own who signed, by that mandate, on that day. */
    private Mandate mandate(long id) {
        SigningState state = signings.state(id);
        NamedSignatory first = state.of(Party.AGENCY).getFirst();
        SigningView view = state.asked().orElseThrow(Refusal::notSeen);
        LocalDate day = view.signatory(first.person())
                .flatMap(signatory -> signatory.of(view.document().version()))
                .map(each -> each.signedAt().atZone(SWEDEN).toLocalDate())
                .orElse(state.today());
        return new Mandate(Mandate.Kind.DELEGATION, first.person(), "", first.mandate(), day);
    }
}
