package se.samverkan.agreement.text;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.discussion.Discussed;

/** An agreement can be commented on by both parties, clause by clause, until its text is settled. */
@Component
class AgreementDiscussed implements Discussed {

    static final String KIND = "agreement";

    private final Agreements agreements;

    AgreementDiscussed(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Discussed.Record> find(long id) {
        return agreements
                .find(id)
                .filter(AgreementView::canBeWritten)
                .map(view -> new Discussed.Record(
                        id, Agreements.own(view), Agreements.subject(view).name(), AgreementController.address(id)));
    }
}
