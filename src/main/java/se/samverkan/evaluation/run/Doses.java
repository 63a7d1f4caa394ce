package se.samverkan.evaluation.run;

import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.samverkan.intervention.DeliveredDoses;
import se.samverkan.intervention.DeliveredDoses.Delivered;
import se.samverkan.shared.Period;

/** How much support units received in the school years that are followed, as the room of interventions tells it. */
@Component
class Doses {

    private final DeliveredDoses delivered;

    Doses(DeliveredDoses delivered) {
        this.delivered = delivered;
    }

    /**
     * Hours per person by unit: 0 where no occasion was held, and nothing where occasions were held but nobody noted who came.
     *
     * @param years the followed school years, in order
     */
    Map<Long, Double> of(List<Long> units, List<Period> years) {
        LocalDate from = LocalDate.of(years.getFirst().year(), Month.JULY, 1);
        LocalDate until = LocalDate.of(years.getLast().year() + 1, Month.JUNE, 30);
        Map<Long, Delivered> told = delivered.between(from, until, units);
        Map<Long, Double> doses = new HashMap<>();
        for (Long unit : units) {
            Delivered own = told.get(unit);
            if (own == null || own.held() == 0) {
                doses.put(unit, 0.0);
            } else if (own.noted() > 0) {
                doses.put(unit, own.dose());
            }
        }
        return doses;
    }
}
