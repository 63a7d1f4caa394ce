package se.samverkan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import se.samverkan.shared.Refusal;

/** A file that a command computes from; {@code -} is what is sent in. */
final class InputFile {

    private static final String STANDARD_INPUT = "-";

    private InputFile() {}

    static byte[] content(String file) {
        try {
            return file.equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw Refusal.rule("cli.refusal.file", file);
        }
    }
}
