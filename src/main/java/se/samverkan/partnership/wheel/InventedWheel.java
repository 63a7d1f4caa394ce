package se.samverkan.partnership.wheel;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.statistics.InventedStory;

/** In the demonstration an organiser runs its own quality work with all its units. */
@Component
@Order(69)
class InventedWheel implements InventedStory {

    private final OwnWork work;

    InventedWheel(OwnWork work) {
        this.work = work;
    }

    @Override
    public String step() {
        return "partnership-wheel";
    }

    @Override
    public Role teller() {
        return Role.EDUCATION_DIRECTOR;
    }

    @Override
    public void tell() {
        work.variants().stream()
                .limit(1)
                .forEach(variant -> work.organisers().stream()
                        .limit(1)
                        .forEach(organiser -> work.start(organiser.id(), variant.key())));
    }
}
