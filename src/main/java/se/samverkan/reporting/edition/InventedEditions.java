package se.samverkan.reporting.edition;

import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's programme officer has handed in the report of last year and begun this year's from it. */
@Component
@Order(98)
class InventedEditions implements InventedStory {

    private static final int MARCH = 3;
    private static final int DAY = 15;

    private final Editions editions;
    private final EditionDates dates;
    private final MessageSource messages;

    InventedEditions(Editions editions, EditionDates dates, MessageSource messages) {
        this.editions = editions;
        this.dates = dates;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "reporting-editions";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        editions.writable().stream().findFirst().ifPresent(this::write);
    }

    private void write(Programme programme) {
        int year = dates.today().getYear();
        dates.set(programme.organisation(), programme.variant(), MARCH, DAY);
        long last = editions.begin(programme.organisation(), programme.variant(), year - 1);
        editions.write(
                last,
                editions.edition(last).version(),
                Map.of("summary", said("summary"), "ahead", said("ahead")),
                FreeText.NONE);
        editions.handIn(last, editions.edition(last).version());
        editions.begin(programme.organisation(), programme.variant(), year);
    }

    private String said(String part) {
        return messages.getMessage("edition.invented." + part, null, Words.SWEDISH);
    }
}
