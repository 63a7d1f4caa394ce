package se.samverkan.partnership.invented;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.closing.CaseClosing;
import se.samverkan.partnership.closing.LivingOn;
import se.samverkan.partnership.closing.Remaining;
import se.samverkan.partnership.takeover.TakingOver;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * In the demonstration one partnership has run its course and is closed with what lives on after it, and the one that was
 * discontinued is closed with what can be learned.
 */
@Component
@Order(74)
class InventedClosing implements InventedStory {

    private static final int YEARS_AGO = InventedNearlyOver.YEARS_AGO;

    private final TakingOver takingOver;
    private final Partnerships partnerships;
    private final CaseClosing closing;
    private final LivingOn livingOn;
    private final JdbcClient database;
    private final MessageSource messages;

    InventedClosing(
            TakingOver takingOver,
            Partnerships partnerships,
            CaseClosing closing,
            LivingOn livingOn,
            JdbcClient database,
            MessageSource messages) {
        this.takingOver = takingOver;
        this.partnerships = partnerships;
        this.closing = closing;
        this.livingOn = livingOn;
        this.database = database;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "partnership-closing";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        discontinued()
                .ifPresent(id ->
                        close(id, Map.of(), "discontinued", takingOver.today().minusDays(10)));
        nearlyOver().ifPresent(this::complete);
    }

    private Optional<Long> discontinued() {
        return database.sql("select min(id) from partnership.partnership where standing = 'DISCONTINUED'")
                .query(Long.class)
                .optional();
    }

    private Optional<Long> nearlyOver() {
        return partnerships.live().stream()
                .filter(each -> each.standing() == Standing.RUNNING
                        && each.variant().equals(InventedNearlyOver.VARIANT)
                        && each.firstTerm().equals(InventedNearlyOver.first(takingOver)))
                .map(PartnershipView::id)
                .findFirst();
    }

    private void complete(long id) {
        LocalDate day = takingOver.today().minusYears(YEARS_AGO).minusDays(20);
        for (String each : List.of("reading", "assistants")) {
            livingOn.plan(
                    id,
                    Optional.empty(),
                    new FreeText(word(each), ""),
                    new FreeText(word(each + ".owner"), ""),
                    each.equals("reading")
                            ? takingOver.today().minusDays(5)
                            : takingOver.today().plusMonths(4));
        }
        Map<String, String> waived = closing.conditions(partnerships.find(id).orElseThrow()).stream()
                .filter(each -> !each.isFulfilled() && each.waivable())
                .collect(Collectors.toMap(Remaining.Condition::condition, each -> word("waived")));
        close(id, waived, "completed", day);
    }

    private void close(long id, Map<String, String> waived, String words, LocalDate day) {
        PartnershipView view = partnerships.find(id).orElseThrow();
        closing.close(
                id,
                view.version(),
                new CaseClosing.Draft(
                        day, new FreeText(word(words), ""), word("mandate"), word(words + ".learned"), waived));
    }

    private String word(String key) {
        return messages.getMessage("partnership.closing.invented." + key, null, Words.SWEDISH);
    }
}
