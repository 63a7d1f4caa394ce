package se.samverkan.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * Where the figures are: a folder with the embedded database, or the external one that {@code SAMVERKAN_DB_URL} names.
 * Naming both is a mistake that could end in the wrong database, so it is refused.
 */
final class Place {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "cli.option.data")
    private @Nullable Path data;

    /** The external database's address, when there is one. */
    static Optional<String> external() {
        return Optional.ofNullable(System.getenv("SAMVERKAN_DB_URL")).filter(url -> !url.isBlank());
    }

    /**
     * The folder of the embedded database.
     *
     * @throws ParameterException when an external database is named as well
     */
    Path folder() {
        if (data != null && external().isPresent()) {
            throw new ParameterException(spec.commandLine(), Complaints.TWO_PLACES);
        }
        if (data != null) {
            return data;
        }
        String environment = System.getenv("SAMVERKAN_DATA");
        return Path.of(environment == null || environment.isBlank() ? "data" : environment);
    }
}
