package se.samverkan.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import se.samverkan.testing.SamverkanTest;

/** On the real figures, from an empty database. Skipped, and says which file, where they are not beside the project. */
@SamverkanTest
@TestPropertySource(properties = {"samverkan.test.world=real-figures", "samverkan.sign-in.attempts.per-address=100000"})
@Import(RealFiguresWorld.class)
class RealSelectionJourneyTests extends SelectionJourney {

    @TempDir
    static Path folder;

    @Autowired
    RealFiguresWorld world;

    @Override
    void settle() {
        RealFigures.areThere();
        world.settle(port, folder);
    }

    @Override
    String pictures() {
        return "real-";
    }

    @Override
    int placesByLot() {
        return 20;
    }

    @Override
    String threshold() {
        return "70";
    }
}
