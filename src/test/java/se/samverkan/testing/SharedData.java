package se.samverkan.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The real public files that lie beside the project and are never part of it. A test that asks for one that is not there
 * is skipped, and says which.
 */
public final class SharedData {

    private static final Path FOLDER = Path.of("..", "shared", "data");

    private SharedData() {}

    /** @param name the path below the folder of data */
    public static Path file(String name) {
        Path file = FOLDER.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not beside the project");
        return file;
    }
}
