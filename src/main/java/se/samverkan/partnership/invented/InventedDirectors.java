package se.samverkan.partnership.invented;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.DemonstrationPeople;
import se.samverkan.access.DemonstrationPerson;
import se.samverkan.access.Role;
import se.samverkan.shared.page.Words;

/** Somebody who can answer for organisers that the demonstration has nobody at: which they are is known when lots are drawn. */
@Component
class InventedDirectors {

    /** As many as there are names. */
    static final int MOST = 3;

    private final DemonstrationPeople people;
    private final ActingAs acting;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    InventedDirectors(
            DemonstrationPeople people,
            ActingAs acting,
            MessageSource messages,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.acting = acting;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Gives each of these organisers an education director; the console may, the one who tells the story may not. */
    void appoint(List<Long> organisers) {
        List<DemonstrationPerson> directors = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, organisers.size()); i++) {
            String name = messages.getMessage("partnership.invented.director." + (i + 1), null, Words.SWEDISH);
            directors.add(new DemonstrationPerson(name, Role.EDUCATION_DIRECTOR, organisers.get(i), null));
        }
        acting.console(() -> {
            transaction.executeWithoutResult(status -> people.create(directors));
            return true;
        });
    }
}
