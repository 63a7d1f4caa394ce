package se.samverkan.agreement.invented;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.DemonstrationPeople;
import se.samverkan.access.DemonstrationPerson;
import se.samverkan.access.Role;

/** Somebody who signs for the demonstration's agency or office: those who came with it have their roles everywhere. */
@Component
class InventedSignatory {

    private final DemonstrationPeople people;
    private final ActingAs acting;
    private final InventedWords words;
    private final TransactionTemplate transaction;

    InventedSignatory(
            DemonstrationPeople people, ActingAs acting, InventedWords words, PlatformTransactionManager transactions) {
        this.people = people;
        this.acting = acting;
        this.words = words;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Brings one to an agency or office; the console may, the one who tells the story may not. */
    void appoint(long agency) {
        acting.console(() -> {
            transaction.executeWithoutResult(status ->
                    people.create(List.of(new DemonstrationPerson(words.of("head"), Role.MANAGEMENT, agency, null))));
            return true;
        });
    }
}
