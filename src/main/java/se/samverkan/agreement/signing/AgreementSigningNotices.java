package se.samverkan.agreement.signing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;
import se.samverkan.access.Holders;
import se.samverkan.access.Verb;
import se.samverkan.agreement.signing.StoredSigners.Signed;
import se.samverkan.agreement.text.AgreementView;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.organisation.Directory;
import se.samverkan.records.signature.Signing;
import se.samverkan.records.signature.SigningView;
import se.samverkan.records.signature.SigningView.SignatoryView;
import se.samverkan.shared.page.Words;

/** Tells signatories that something is to be signed or no longer is, and both parties that an agreement is in force. */
@Component
class AgreementSigningNotices implements NoticeText {

    private static final String TO_SIGN = "agreement.to-sign";
    private static final String TAKEN_BACK = "agreement.taken-back";
    private static final String IN_FORCE = "agreement.in-force";
    private static final String REQUEST = "signing";

    private final Notices notices;
    private final Holders holders;
    private final Signing signing;
    private final StoredSigners store;
    private final Directory directory;

    AgreementSigningNotices(
            Notices notices, Holders holders, Signing signing, StoredSigners store, Directory directory) {
        this.notices = notices;
        this.holders = holders;
        this.signing = signing;
        this.store = store;
        this.directory = directory;
    }

    void asked(SigningView asked, AgreementView agreement) {
        tell(TO_SIGN, Urgency.MUST_ACT, signatories(asked), agreement.owner(), agreement.organiser(), asked.id());
    }

    void takenBack(SigningView asked, AgreementView agreement) {
        tell(TAKEN_BACK, Urgency.DIGEST, signatories(asked), agreement.owner(), agreement.organiser(), asked.id());
    }

    void inForce(Signed agreement, long request) {
        Collection<Long> people = new HashSet<>(holders.of(Verb.DRAW_UP_AGREEMENT, agreement.owner()));
        people.addAll(holders.of(Verb.DRAW_UP_AGREEMENT, agreement.organiser()));
        people.addAll(signatories(signing.of(request)));
        tell(IN_FORCE, Urgency.DIGEST, people, agreement.owner(), agreement.organiser(), request);
    }

    private static Collection<Long> signatories(SigningView view) {
        return view.signatories().stream().map(SignatoryView::person).toList();
    }

    private void tell(String kind, Urgency urgency, Collection<Long> told, long owner, long organiser, long request) {
        Collection<Long> people = new HashSet<>(told);
        people.remove(Actor.current().person());
        notices.tell(
                new Notice(kind, urgency, people, List.of(owner, organiser), Map.of(REQUEST, Long.toString(request))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(TO_SIGN, TAKEN_BACK, IN_FORCE);
    }

    /** What no longer waits is not told as waiting. */
    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        long request = Long.parseLong(about.getOrDefault(REQUEST, "0"));
        boolean outdated = kind.equals(TO_SIGN) && signing.waiting().stream().noneMatch(each -> each.id() == request);
        return outdated
                ? Optional.empty()
                : store.ofRequest(request)
                        .map(agreement -> new Told(
                                List.of(name(agreement.owner()), name(agreement.organiser())),
                                "/signatures/" + request));
    }

    private String name(long organisation) {
        return directory.nameOfOrganisation(organisation).orElse("");
    }
}
