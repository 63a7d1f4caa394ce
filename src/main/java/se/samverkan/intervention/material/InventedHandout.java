package se.samverkan.intervention.material;

import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.intervention.commission.CommissionView;
import se.samverkan.intervention.commission.Commissions;
import se.samverkan.intervention.delivery.CommissionDeliveries;
import se.samverkan.records.file.Files;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's university hands out its model for talking about texts. */
@Component
@Order(53)
class InventedHandout implements InventedStory {

    private final Commissions commissions;
    private final CommissionDeliveries deliveries;
    private final Materials materials;
    private final Files files;
    private final MessageSource messages;

    InventedHandout(
            Commissions commissions,
            CommissionDeliveries deliveries,
            Materials materials,
            Files files,
            MessageSource messages) {
        this.commissions = commissions;
        this.deliveries = deliveries;
        this.materials = materials;
        this.files = files;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "intervention-material";
    }

    @Override
    public Role teller() {
        return Role.UNIVERSITY_COORDINATOR;
    }

    @Override
    public void tell() {
        commissions.asked().stream()
                .filter(Materials::mayPut)
                .flatMap(this::held)
                .forEach(this::handOut);
    }

    private java.util.stream.Stream<Long> held(CommissionView commission) {
        CommissionDeliveries.Whole whole = deliveries.of(commission.id());
        return whole.occasions().stream()
                .filter(each -> whole.outcome(each).isHeld())
                .map(each -> each.id());
    }

    private void handOut(long occasion) {
        Words words = new Words(messages, Words.SWEDISH);
        materials.put(
                occasion,
                files.keepMade(
                        words.text("material.invented.name"),
                        "text/plain",
                        words.text("material.invented.content").getBytes(StandardCharsets.UTF_8)),
                new FreeText(words.text("material.invented.words"), ""));
    }
}
