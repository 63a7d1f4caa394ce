package se.samverkan.reporting.after;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.statistics.InventedStory;

/** In the demonstration a year has passed since a partnership was closed, and its questions wait. */
@Component
@Order(70)
class InventedYears implements InventedStory {

    private final YearBearing bearing;

    InventedYears(YearBearing bearing) {
        this.bearing = bearing;
    }

    @Override
    public String step() {
        return "reporting-years";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        bearing.bear();
    }
}
