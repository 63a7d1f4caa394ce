package se.samverkan;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import se.samverkan.cli.CommandLine;

/** The application: pages and API when it is told to run, commands otherwise. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Samverkan {

    /**
     * Starts the command line, which in turn starts the pages for {@code run}.
     *
     * @param arguments a command with its options; see {@code --help}
     */
    public static void main(String[] arguments) {
        CommandLine.run(Samverkan.class, arguments);
    }
}
