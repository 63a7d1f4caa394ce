package se.samverkan.selection.invitation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.samverkan.access.Holders;
import se.samverkan.access.Verb;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.page.Words;

/** Tells those who answer invitations for an organiser that one has come. */
@Component
class InvitationNotices implements NoticeText {

    private static final String INVITED = "selection.invited";

    private final Notices notices;
    private final Holders holders;
    private final InvitationAnswering answering;

    InvitationNotices(Notices notices, Holders holders, InvitationAnswering answering) {
        this.notices = notices;
        this.holders = holders;
        this.answering = answering;
    }

    void sent(Invitation invitation) {
        long organiser = invitation.organiser().id();
        notices.tell(new Notice(
                INVITED,
                Urgency.MUST_ACT,
                holders.of(Verb.ANSWER_INVITATION, organiser),
                organiser,
                Map.of("invitation", Long.toString(invitation.id()))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(INVITED);
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        Invitation invitation = answering.invitation(Long.parseLong(about.getOrDefault("invitation", "0")));
        return Optional.of(invitation)
                .filter(Invitation::isOpen)
                .map(open -> new Told(
                        List.of(
                                open.owner().name(),
                                open.organiser().name(),
                                open.told().name(),
                                open.lastDay()),
                        "/selection/invitations/" + open.id()));
    }
}
