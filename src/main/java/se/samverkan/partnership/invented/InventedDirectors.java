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

/** People of organisers that the demonstration has nobody at: which they are is known when lots are drawn, and cases taken over. */
@Component
class InventedDirectors {

    /** As many as there are names. */
    static final int MOST = 3;

    private static final int HEADS = 2;

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
            directors.add(new DemonstrationPerson(
                    name("director." + (i + 1)), Role.EDUCATION_DIRECTOR, organisers.get(i), null));
        }
        create(directors);
    }

    /** Gives an organiser an education director, and as many of its units as there are names a head teacher. */
    void lead(long organiser, List<Long> units) {
        List<DemonstrationPerson> leading = new ArrayList<>();
        leading.add(new DemonstrationPerson(name("lead"), Role.EDUCATION_DIRECTOR, organiser, null));
        for (int i = 0; i < Math.min(HEADS, units.size()); i++) {
            leading.add(new DemonstrationPerson(name("head." + (i + 1)), Role.HEAD_TEACHER, null, units.get(i)));
        }
        create(leading);
    }

    private void create(List<DemonstrationPerson> added) {
        acting.console(() -> {
            transaction.executeWithoutResult(status -> people.create(added));
            return true;
        });
    }

    private String name(String key) {
        return messages.getMessage("partnership.invented." + key, null, Words.SWEDISH);
    }
}
