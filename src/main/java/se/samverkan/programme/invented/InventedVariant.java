package se.samverkan.programme.invented;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.programme.file.Spot;
import se.samverkan.programme.keeping.TakingIn;
import se.samverkan.programme.keeping.VariantKeeping;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** A local programme of the demonstration, which inherits the municipal one, and a draft of its next version. */
@Component
@Order(0)
class InventedVariant implements InventedStory {

    private static final int MORE_DAYS = 45;

    private final VariantKeeping keeping;
    private final TakingIn takingIn;
    private final MessageSource messages;

    InventedVariant(VariantKeeping keeping, TakingIn takingIn, MessageSource messages) {
        this.keeping = keeping;
        this.takingIn = takingIn;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "programme-local";
    }

    @Override
    public Role teller() {
        return Role.ADMINISTRATOR;
    }

    @Override
    public void tell() {
        String key = takingIn.takeIn(content(), 0);
        keeping.publish(
                key,
                keeping.draft(key).revision(),
                messages.getMessage("programme.invented.reason", null, Words.SWEDISH));
        keeping.beginNext(key);
        keeping.changeNow(key, InventedVariant::withMoreDays);
    }

    private static Map<String, Object> withMoreDays(Map<String, Object> whole) {
        return Spot.find(whole, "entry").orElseThrow().with(entry -> {
            Map<String, Object> changed = new LinkedHashMap<>(entry);
            changed.put("daysToAnswer", MORE_DAYS);
            return changed;
        });
    }

    private static byte[] content() {
        try {
            return new ClassPathResource("programme/invented-small-schools.yaml").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
