package se.samverkan.agreement.invented;

import se.samverkan.access.Role;
import se.samverkan.statistics.InventedStory;

/** A step of the story: who does it, and what. */
record Step(String step, Role teller, int number, Runnable deed) implements InventedStory {

    @Override
    public void tell() {
        deed.run();
    }
}
