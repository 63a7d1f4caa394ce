package se.samverkan.cli;

import org.springframework.boot.SpringApplication;

/** The commands; without one, the pages are started. */
public final class CommandLine {

    private CommandLine() {}

    /**
     * Runs the command of these arguments.
     *
     * @param application the application that holds the rooms
     */
    public static void run(Class<?> application, String[] arguments) {
        SpringApplication.run(application, arguments);
    }
}
