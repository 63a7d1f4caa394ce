package se.samverkan.browser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import se.samverkan.testing.SamverkanTest;

/** In the invented country, where nobody has opened a round yet; in a database of its own, since a walk leaves much behind. */
@SamverkanTest
@TestPropertySource(
        properties = {"samverkan.test.world=invented-figures", "samverkan.sign-in.attempts.per-address=100000"})
@Import(InventedWorld.class)
class SelectionJourneyTests extends SelectionJourney {

    @Autowired
    InventedWorld world;

    @Override
    void settle() {
        world.settleCountry();
    }

    @Override
    String pictures() {
        return "invented-";
    }

    @Override
    int placesByLot() {
        return 5;
    }

    @Override
    String threshold() {
        return "80";
    }
}
