package se.samverkan.reporting.release;

import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's publisher has released a table: the first that there is something to read in. */
@Component
@Order(98)
class InventedRelease implements InventedStory {

    private final Releases releases;
    private final MessageSource messages;

    InventedRelease(Releases releases, MessageSource messages) {
        this.releases = releases;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "reporting-release";
    }

    @Override
    public Role teller() {
        return Role.PUBLISHER;
    }

    @Override
    public void tell() {
        releases.programmes().stream()
                .filter(programme -> !releases.topics(programme).isEmpty())
                .findFirst()
                .ifPresent(this::release);
    }

    private void release(Programme programme) {
        Releases.Proposal proposal = releases.proposal(
                programme.organisation(),
                programme.variant(),
                releases.topics(programme).getFirst());
        releases.release(
                programme.organisation(),
                programme.variant(),
                proposal.topic(),
                proposal.masked(),
                new FreeText(messages.getMessage("release.invented.words", null, Words.SWEDISH), ""));
    }
}
