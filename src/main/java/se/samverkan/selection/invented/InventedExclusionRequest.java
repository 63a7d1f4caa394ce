package se.samverkan.selection.invented;

import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.selection.invitation.Invitation;
import se.samverkan.selection.invitation.InvitationAnswering;
import se.samverkan.selection.round.RoundMaterial.Reason;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** What the invented education director answers to the invitation: one school to be left out, waiting for its answer. */
@Component
@Order(21)
class InventedExclusionRequest implements InventedStory {

    private final InvitationAnswering answering;
    private final MessageSource messages;

    InventedExclusionRequest(InvitationAnswering answering, MessageSource messages) {
        this.answering = answering;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "selection-exclusion-request";
    }

    @Override
    public Role teller() {
        return Role.EDUCATION_DIRECTOR;
    }

    @Override
    public void tell() {
        answering.all().stream().findFirst().map(Invitation::id).ifPresent(this::propose);
    }

    private void propose(long invitation) {
        String words = messages.getMessage("selection.invented.request", null, Words.SWEDISH);
        answering.request(
                invitation,
                answering.units(invitation).getFirst().key(),
                Reason.MERGER_PLANNED,
                new FreeText(words, ""));
    }
}
