package se.samverkan.followup.invented;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.followup.sign.NoteDraft;
import se.samverkan.followup.sign.SignState;
import se.samverkan.followup.sign.SignView;
import se.samverkan.followup.sign.Signs;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** Somebody on the demonstration's staff has seen a sign and noted it from the phone. */
@Component
@Order(62)
class InventedSeenSigns implements InventedStory {

    private final Signs signs;
    private final MessageSource messages;
    private final Clock clock;

    InventedSeenSigns(Signs signs, MessageSource messages, Clock clock) {
        this.signs = signs;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String step() {
        return "follow-up-signs-seen";
    }

    @Override
    public Role teller() {
        return Role.STAFF;
    }

    @Override
    public void tell() {
        List<SignView> mine = signs.toNote();
        if (!mine.isEmpty()) {
            signs.note(
                    mine.getFirst().id(),
                    new NoteDraft(
                            SignState.SOMETIMES,
                            new FreeText(messages.getMessage("followup.invented.seen", null, Words.SWEDISH), ""),
                            LocalDate.now(clock),
                            Optional.empty()));
        }
    }
}
