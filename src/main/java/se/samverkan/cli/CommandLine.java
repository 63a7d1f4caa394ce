package se.samverkan.cli;

import org.springframework.boot.SpringApplication;
import se.samverkan.Samverkan;

/** The commands; without one, the pages are started. */
public final class CommandLine {

    private CommandLine() {}

    /** Runs the command of these arguments. */
    public static void run(String[] arguments) {
        SpringApplication.run(Samverkan.class, arguments);
    }
}
