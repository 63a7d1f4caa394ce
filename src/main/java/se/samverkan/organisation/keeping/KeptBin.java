package se.samverkan.organisation.keeping;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.shared.Bin;
import se.samverkan.shared.DoorKeeper;

/** The bin of one sort of kept things. */
record KeptBin(Kept kept, KeptRows rows, DoorKeeper doors, TransactionTemplate transaction) implements Bin {

    @Override
    public String type() {
        return kept.type();
    }

    @Override
    public boolean allows(long organisation) {
        return doors.allows(kept.verb(), organisation);
    }

    @Override
    public List<Removed> removed(long organisation) {
        List<Removed> found = transaction.execute(status -> rows.removed(kept, organisation));
        return found == null ? List.of() : found;
    }

    @Override
    public void takeBack(long organisation, long id) {
        transaction.executeWithoutResult(status -> rows.takeBack(kept, organisation, id));
    }

    @Configuration(proxyBeanMethods = false)
    static class Bins {

        @Bean
        Bin areaBin(KeptRows rows, DoorKeeper doors, TransactionTemplate transaction) {
            return new KeptBin(Kept.AREA, rows, doors, transaction);
        }

        @Bean
        Bin calendarBin(KeptRows rows, DoorKeeper doors, TransactionTemplate transaction) {
            return new KeptBin(Kept.CALENDAR, rows, doors, transaction);
        }

        @Bean
        Bin successionBin(KeptRows rows, DoorKeeper doors, TransactionTemplate transaction) {
            return new KeptBin(Kept.SUCCESSION, rows, doors, transaction);
        }
    }
}
